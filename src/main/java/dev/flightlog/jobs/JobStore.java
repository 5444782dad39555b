package dev.flightlog.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of db-scheduler's table that db-scheduler itself has no words for, and the dead jobs. */
@Singleton
public class JobStore {
    private final Database database;
    private final DueJobSignal signal;

    JobStore(Database database, DueJobSignal signal) {
        this.database = database;
        this.signal = signal;
    }

    void enqueue(JobType<?> type, String key, byte[] data, Instant notBefore, Priority priority) {
        database.update("""
            insert into scheduled_tasks as job
                (task_name, task_instance, task_data, execution_time, picked, version, priority)
            values (?, ?, ?, ?, false, 1, ?)
            on conflict (task_name, task_instance) do update
            set task_data      = excluded.task_data
              , priority       = greatest(job.priority, excluded.priority)
              , run_again_at   = case when job.picked then least(job.run_again_at, excluded.execution_time) end
              , execution_time = case when job.picked then job.execution_time
                                      else least(job.execution_time, excluded.execution_time) end
            """, type.name(), key, data, notBefore, priority.rank());
    }

    void ensure(JobType<?> type, String key, byte[] data, Instant notBefore) {
        database.update("""
            insert into scheduled_tasks
                (task_name, task_instance, task_data, execution_time, picked, version, priority)
            values (?, ?, ?, ?, false, 1, ?)
            on conflict (task_name, task_instance) do nothing
            """, type.name(), key, data, notBefore, type.priority().rank());
    }

    boolean holds(JobType<?> type, String key) {
        return database.exists(
                "select 1 from scheduled_tasks where task_name = ? and task_instance = ?", type.name(), key);
    }

    /** Removes a job that ended well, or requeues it when another run was requested while it ran. */
    void finish(Execution execution) {
        int removed = database.update("""
            delete from scheduled_tasks
            where task_name = ? and task_instance = ? and version = ? and run_again_at is null
            """, execution.getTaskName(), execution.getId(), execution.version);
        if (removed == 0) {
            runAgain(execution);
        }
    }

    private void runAgain(Execution execution) {
        database.update("""
            update scheduled_tasks
            set picked = false, picked_by = null, last_heartbeat = null, consecutive_failures = 0
              , execution_time = run_again_at, run_again_at = null, version = version + 1
            where task_name = ? and task_instance = ? and version = ?
            """, execution.getTaskName(), execution.getId(), execution.version);
        signal.sendAfterCommit();
    }

    /** Hands a job back to be run at a moment, as if this attempt had not been. */
    void postpone(Execution execution, Instant until) {
        database.update("""
            update scheduled_tasks
            set picked = false, picked_by = null, last_heartbeat = null, run_again_at = null
              , execution_time = ?, version = version + 1
            where task_name = ? and task_instance = ? and version = ?
            """, until, execution.getTaskName(), execution.getId(), execution.version);
    }

    /** Counts a failed attempt and hands the job back to be run at a moment. */
    void retry(Execution execution, int failures, Instant failedAt, Instant next) {
        database.update("""
            update scheduled_tasks
            set picked = false, picked_by = null, last_heartbeat = null, run_again_at = null
              , consecutive_failures = ?, last_failure = ?, execution_time = ?, version = version + 1
            where task_name = ? and task_instance = ? and version = ?
            """, failures, failedAt, next, execution.getTaskName(), execution.getId(), execution.version);
    }

    /** Moves a job to the dead, in one step, or requeues it when another run was requested while it ran. */
    void bury(Execution execution, int attempts, Instant failedAt, String problem) {
        int buried = database.update(
                """
                with buried as (
                    delete from scheduled_tasks
                    where task_name = ? and task_instance = ? and version = ? and run_again_at is null
                    returning task_name, task_instance, task_data, priority
                )
                insert into dead_job (job, key, data, priority, attempts, failed_at, problem)
                select task_name, task_instance, coalesce(task_data, ''), coalesce(priority, 0), ?, ?, ? from buried
                """, execution.getTaskName(), execution.getId(), execution.version, attempts, failedAt, problem);
        if (buried == 0) {
            runAgain(execution);
        }
    }

    /** Puts dead jobs back into the queue: those of one name, or all. How many. */
    public int replay(@Nullable String job, Instant now) {
        return database.update("""
            with risen as (
                delete from dead_job where ?::text is null or job = ? returning *
            ), newest as (
                select distinct on (job, key) * from risen order by job, key, dead_job_id desc
            )
            insert into scheduled_tasks
                (task_name, task_instance, task_data, execution_time, picked, version, priority)
            select job, key, data, ?, false, 1, priority from newest
            on conflict (task_name, task_instance) do nothing
            """, job, job, now);
    }

    /** Newest first. */
    public List<DeadJob> dead(int limit) {
        return deadWithout(Set.of(), limit);
    }

    /** As {@link #dead}, without jobs whose key is one of these ids, or begins with one and a slash. */
    public List<DeadJob> deadWithout(Set<Long> owners, int limit) {
        return database.list(
                """
                select job, key, attempts, failed_at, problem from dead_job
                where split_part(key, '/', 1) <> all(?::text[])
                order by dead_job_id desc limit ?
                """,
                row -> new DeadJob(
                        row.text("job"),
                        row.text("key"),
                        row.integer("attempts"),
                        row.instant("failed_at"),
                        row.text("problem")),
                owners.stream().map(String::valueOf).toList(),
                limit);
    }

    public int deadCount() {
        return database.one("select count(*) as dead from dead_job", row -> row.integer("dead"));
    }

    /** Forgets dead jobs that failed before a moment. */
    public int forgetDead(Instant before) {
        return database.update("delete from dead_job where failed_at < ?", before);
    }

    /** How many jobs of each name wait, and since when the oldest of them is due. */
    public List<Waiting> waiting() {
        return waitingWithout(Set.of());
    }

    /** As {@link #waiting}, without jobs whose key is one of these ids, or begins with one and a slash. */
    public List<Waiting> waitingWithout(Set<Long> owners) {
        return database.list(
                """
                select task_name, count(*) as jobs, min(execution_time) as oldest
                from scheduled_tasks
                where split_part(task_instance, '/', 1) <> all(?::text[])
                group by task_name
                order by task_name
                """,
                row -> new Waiting(row.text("task_name"), row.integer("jobs"), row.instant("oldest")),
                owners.stream().map(String::valueOf).toList());
    }

    /** A job that was given up. */
    public record DeadJob(String job, String key, int attempts, Instant failedAt, String problem) {}

    /** The queue of one kind of job. */
    public record Waiting(String job, int jobs, Instant oldestDue) {}
}

package dev.flightlog.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.flightlog.database.DatabaseReady;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs due jobs while the server is up, and hands back what is not finished when it stops. Without an App's credentials
 * jobs wait: nearly all of them ask GitHub.
 */
@Singleton
@Requires(property = "flightlog.github.app-id", pattern = "(?s).*\\S.*")
public class JobRunner implements ApplicationEventListener<DatabaseReady> {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private static final int MISSED_HEARTBEATS = 4;

    private final DataSource dataSource;
    private final List<Task<?>> tasks;
    private final InstantSource clock;
    private final JobsConfiguration configuration;
    private volatile @Nullable Scheduler scheduler;
    private @Nullable ClockWatch watch;

    public JobRunner(
            DataSource dataSource,
            List<JobHandler<?>> handlers,
            JobStore store,
            RetryRule rule,
            CausesSaid said,
            DueJobSignal signal,
            InstantSource clock,
            MeterRegistry meters,
            JobsConfiguration configuration) {
        this.dataSource = DelegatingDataSource.unwrapDataSource(dataSource);
        this.tasks = handlers.stream()
                .<Task<?>>map(handler -> new JobTask<>(handler, store, rule, said, clock, meters))
                .toList();
        this.clock = clock;
        this.configuration = configuration;
        signal.listen(this::checkForDueJobs);
    }

    /** Not synchronized: whoever handed a job in must not wait for a scheduler that is being stopped. */
    private void checkForDueJobs() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public synchronized void onApplicationEvent(DatabaseReady ready) {
        start();
        watch = new ClockWatch(clock, System::nanoTime, this::restart).start();
    }

    private synchronized void start() {
        SchedulerBuilder builder = Scheduler.create(dataSource, tasks).threads(configuration.threads());
        Scheduler fresh = configure(builder).pollUsingLockAndFetch(0.5, 1.0).build();
        scheduler = fresh;
        fresh.start();
    }

    private synchronized void restart() {
        Scheduler running = scheduler;
        if (running != null) {
            LOG.warn("the system's clock was set back: the job scheduler starts again");
            running.stop();
            start();
        }
    }

    /** What the running scheduler and one stepped by hand have in common. */
    public SchedulerBuilder configure(SchedulerBuilder builder) {
        return builder.clock(clock::instant)
                .serializer(new JobData())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .enablePriority()
                .pollingInterval(configuration.poll())
                .heartbeatInterval(configuration.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(configuration.grace());
    }

    public final DataSource dataSource() {
        return dataSource;
    }

    public final List<Task<?>> tasks() {
        return tasks;
    }

    @PreDestroy
    synchronized void stop() {
        if (watch != null) {
            watch.close();
        }
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }
}

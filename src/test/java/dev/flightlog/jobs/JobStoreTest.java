package dev.flightlog.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobStoreTest {
    private static final Instant NINE = Instant.parse("2026-11-18T09:00:00Z");
    private static final JobType<Push> TYPE = JobType.of("push", Push.class, Priority.NORMAL);

    @Test
    void whatWasAskedForDuringTheLastAttemptIsNotBuriedWithIt() {
        try (TestApplication app =
                TestApplication.start(new SettableClock(NINE)).careless()) {
            JobStore store = app.bean(JobStore.class);
            ask(store);
            Execution first = pick(app);
            ask(store);

            store.bury(first, 8, NINE, "it failed");

            assertThat(store.dead(10)).isEmpty();
            assertThat(app.query("""
                select picked || ' ' || consecutive_failures || ' ' || coalesce(run_again_at::text, 'once')
                from scheduled_tasks where task_name = 'push'\
                """)).containsExactly("false 0 once");

            store.bury(pick(app), 8, NINE, "it failed again");

            assertThat(store.dead(10)).extracting(JobStore.DeadJob::problem).containsExactly("it failed again");
            assertThat(store.holds(TYPE, "7")).isFalse();
        }
    }

    private static void ask(JobStore store) {
        store.enqueue(TYPE, "7", new byte[0], NINE, Priority.NORMAL);
    }

    private static Execution pick(TestApplication app) {
        String version = app.query("""
            update scheduled_tasks set picked = true, consecutive_failures = 7 where task_name = 'push'
            returning version\
            """).getFirst();
        return new Execution(
                NINE, new TaskInstance<>("push", "7"), true, "a worker", null, null, 7, NINE, Long.parseLong(version));
    }

    private record Push() {}
}

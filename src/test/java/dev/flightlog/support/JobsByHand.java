package dev.flightlog.support;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.flightlog.database.DatabaseReady;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobRunner;
import dev.flightlog.jobs.JobStore;
import dev.flightlog.jobs.JobsConfiguration;
import dev.flightlog.jobs.RetryRule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs jobs when a test says so, in the test's thread, with the real tasks on the real table. */
@Singleton
@Replaces(JobRunner.class)
@Requires(property = "flightlog.test.jobs", value = "by-hand")
public class JobsByHand extends JobRunner {
    private static final long LONGEST_START_SECONDS = 60;

    private final InstantSource clock;
    private final CountDownLatch ready = new CountDownLatch(1);
    private @Nullable ManualScheduler scheduler;

    JobsByHand(
            DataSource dataSource,
            List<JobHandler<?>> handlers,
            JobStore store,
            RetryRule rule,
            InstantSource clock,
            MeterRegistry meters,
            JobsConfiguration configuration) {
        super(dataSource, handlers, store, rule, clock, meters, configuration);
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(DatabaseReady databaseReady) {
        TestHelper.ManualSchedulerBuilder builder = TestHelper.createManualScheduler(dataSource(), tasks());
        configure(builder);
        scheduler = builder.clock(new com.github.kagkarlsson.scheduler.testhelper.SettableClock())
                .build();
        ready.countDown();
    }

    public void awaitReady() throws InterruptedException {
        if (!ready.await(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the database was not ready in " + LONGEST_START_SECONDS + " seconds");
        }
    }

    /** Runs what is due now, once. */
    void runDue() {
        if (scheduler == null) {
            throw new IllegalStateException("not started");
        }
        scheduler.setTime(clock.instant());
        scheduler.runAnyDueExecutions();
    }
}

package dev.flightlog.support;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.flightlog.database.DatabaseReady;
import dev.flightlog.jobs.CausesSaid;
import dev.flightlog.jobs.DueJobSignal;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobRunner;
import dev.flightlog.jobs.JobStore;
import dev.flightlog.jobs.JobsConfiguration;
import dev.flightlog.jobs.RetryRule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs jobs when a test says so, in the test's thread, with the real tasks on the real table. */
@Singleton
@Replaces(JobRunner.class)
@Requires(property = "flightlog.test.jobs", value = "by-hand")
public class JobsByHand extends JobRunner {
    private static final long MAX_START_SECONDS = 60;
    private static final Duration MAX_RUN = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final CountDownLatch ready = new CountDownLatch(1);
    private @Nullable ManualScheduler scheduler;

    JobsByHand(
            DataSource dataSource,
            List<JobHandler<?>> handlers,
            JobStore store,
            RetryRule rule,
            CausesSaid said,
            DueJobSignal signal,
            InstantSource clock,
            MeterRegistry meters,
            JobsConfiguration configuration) {
        super(dataSource, handlers, store, rule, said, signal, clock, meters, configuration);
        this.clock = clock;
    }

    /**
     * Runs jobs by the scheduler of the server, in threads of its own, until nothing is left.
     *
     * @return the most jobs that ran at the same moment
     */
    int runAtOnce(int threads, BooleanSupplier nothingLeft) {
        AtMost most = new AtMost();
        Scheduler real = configure(Scheduler.create(dataSource(), tasks()).threads(threads))
                .pollUsingLockAndFetch(0.5, 1.0)
                .addSchedulerListener(most)
                .clock(goingOn(System.nanoTime()))
                .build();
        real.start();
        try {
            ServerProcess.await("no job is left", MAX_RUN, nothingLeft);
        } finally {
            real.stop();
        }
        return most.most.get();
    }

    /** The test's time, but it passes: by a clock that stands the scheduler would wait for ever between two looks. */
    private Clock goingOn(long since) {
        return () -> clock.instant().plusNanos(System.nanoTime() - since);
    }

    /** Counts jobs that run at the same moment. */
    private static final class AtMost extends AbstractSchedulerListener {
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public void onExecutionStart(CurrentlyExecuting started) {
            int now = running.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
        }

        @Override
        public void onExecutionComplete(ExecutionComplete completed) {
            running.decrementAndGet();
        }
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
        if (!ready.await(MAX_START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the database was not ready in " + MAX_START_SECONDS + " seconds");
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

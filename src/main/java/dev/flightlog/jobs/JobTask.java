package dev.flightlog.jobs;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** A handler as db-scheduler sees it: runs it, and does with its end what {@link RetryRule} says. */
final class JobTask<D extends Record> extends AbstractTask<D> {
    private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);

    /** What passes before is no news: GitHub fails one request in some thousands. */
    private static final int TOLD_AT = 3;

    private static final Duration INCIDENT = Duration.ofHours(1);

    private final JobHandler<D> handler;
    private final JobStore store;
    private final RetryRule rule;
    private final CausesSaid said;
    private final InstantSource clock;
    private final MeterRegistry meters;

    JobTask(
            JobHandler<D> handler,
            JobStore store,
            RetryRule rule,
            CausesSaid said,
            InstantSource clock,
            MeterRegistry meters) {
        super(
                handler.type().name(),
                handler.type().data(),
                (_, _) -> {},
                new DeadExecutionHandler.ReviveDeadExecution<>(),
                handler.type().priority().rank());
        this.handler = handler;
        this.store = store;
        this.rule = rule;
        this.said = said;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public CompletionHandler<D> execute(TaskInstance<D> instance, ExecutionContext context) {
        try (var _ = MDC.putCloseable("job", name)) {
            handler.run(instance.getData());
            return (complete, _) -> completed(complete.getExecution());
        } catch (RuntimeException | StackOverflowError failure) {
            return (complete, _) -> failed(instance.getData(), failure, complete.getExecution());
        }
    }

    private void completed(Execution execution) {
        count("done");
        store.finish(execution);
    }

    private void failed(D data, Throwable failure, Execution execution) {
        try (var _ = MDC.putCloseable("job", name)) {
            judge(data, failure, execution);
        }
    }

    private void judge(D data, Throwable failure, Execution execution) {
        if (Thread.interrupted()) {
            LOG.info("job {} {} is handed back: this process stops", name, execution.getId());
            store.postpone(execution, clock.instant());
            return;
        }
        switch (rule.judge(failure)) {
            case Retry.Later later -> {
                count("later");
                LOG.debug("job {} {} waits until {}: {}", name, execution.getId(), later.until(), describe(failure));
                store.postpone(execution, later.until());
            }
            case Retry.Again _ -> again(Level.WARN, handler.type().attempts(), data, failure, execution);
            case Retry.Unanswered(String cause) -> unanswered(cause, data, failure, execution);
            case Retry.AskAPerson(String sentence) -> askAPerson(sentence, data, failure, execution);
            case Retry.GiveUp _
            when !handler.type().mayBeGivenUp() -> again(Level.WARN, Integer.MAX_VALUE, data, failure, execution);
            case Retry.GiveUp _ -> giveUp(data, failure, execution, execution.consecutiveFailures + 1);
        }
    }

    private void unanswered(String cause, D data, Throwable failure, Execution execution) {
        Level level = execution.consecutiveFailures + 1 == TOLD_AT && said.isNews(cause, INCIDENT, clock.instant())
                ? Level.WARN
                : Level.DEBUG;
        again(level, handler.type().attemptsUnanswered(), data, failure, execution);
    }

    private void askAPerson(String sentence, D data, Throwable failure, Execution execution) {
        said.warnOnceADay(LOG, sentence, clock.instant());
        again(Level.DEBUG, Integer.MAX_VALUE, data, failure, execution);
    }

    /** @param attempts after so many in a row it is given up */
    private void again(Level level, int attempts, D data, Throwable failure, Execution execution) {
        int failures = execution.consecutiveFailures + 1;
        if (failures >= attempts) {
            giveUp(data, failure, execution, failures);
            return;
        }
        count("again");
        Instant next = clock.instant().plus(Backoff.after(failures));
        String count = attempts == Integer.MAX_VALUE
                ? failures + (failures == 1 ? " time" : " times") + " in a row"
                : failures + " of " + attempts + " attempts";
        LOG.atLevel(level)
                .log("job {} {} failed ({}), next at {}: {}", name, execution.getId(), count, next, describe(failure));
        store.retry(execution, failures, clock.instant(), next);
    }

    private void giveUp(D data, Throwable failure, Execution execution, int attempts) {
        count("dead");
        String problem = describe(failure);
        LOG.error("job {} {} was given up after {} attempts: {}", name, execution.getId(), attempts, problem, failure);
        handler.giveUp(data, problem);
        store.bury(execution, attempts, clock.instant(), problem);
    }

    private void count(String outcome) {
        meters.counter("flightlog.jobs", "job", name, "outcome", outcome).increment();
    }

    private static String describe(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    @Override
    public SchedulableInstance<D> schedulableInstance(String id) {
        throw new UnsupportedOperationException("jobs are handed in through JobQueue");
    }

    @Override
    public SchedulableInstance<D> schedulableInstance(String id, D data) {
        throw new UnsupportedOperationException("jobs are handed in through JobQueue");
    }
}

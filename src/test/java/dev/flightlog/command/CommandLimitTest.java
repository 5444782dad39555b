package dev.flightlog.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.command.CommandLogStore.Admission;
import dev.flightlog.governance.Role;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Twenty commands for each person in ten minutes, counted in Postgres, whoever runs them at the same time. */
class CommandLimitTest {
    private static final Instant NINE = Instant.parse("2026-11-18T09:00:00Z");

    @Test
    void fortyAtOnceAreTwentyAndOneThatIsTold() throws InterruptedException, ExecutionException {
        try (TestApplication app = TestApplication.start(new SettableClock(NINE));
                ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            app.runJobs();
            CommandLogStore log = app.bean(CommandLogStore.class);
            List<Future<Admission>> asked = new ArrayList<>();
            for (int comment = 1; comment <= 40; comment++) {
                CommandRequest each = asked(1, comment, NINE);
                asked.add(replicas.submit(() -> log.admit(each, "help")));
            }
            List<Admission> came = new ArrayList<>();
            for (Future<Admission> each : asked) {
                came.add(each.get());
            }

            assertThat(came).filteredOn(Admission.Admitted.class::isInstance).hasSize(20);
            assertThat(came).filteredOn(Admission.Limited.class::isInstance).hasSize(1);
            assertThat(came).filteredOn(Admission.Ignored.class::isInstance).hasSize(19);
        }
    }

    @Test
    void theSameCommentCountsOnceAndOthersAreNotHeldBack() {
        try (TestApplication app = TestApplication.start(new SettableClock(NINE))) {
            app.runJobs();
            CommandLogStore log = app.bean(CommandLogStore.class);
            for (int again = 0; again < 30; again++) {
                assertThat(log.admit(asked(1, 7, NINE), "me")).isEqualTo(new Admission.Admitted());
            }
            for (int comment = 100; comment < 119; comment++) {
                assertThat(log.admit(asked(1, comment, NINE), "me")).isEqualTo(new Admission.Admitted());
            }

            assertThat(log.admit(asked(1, 200, NINE), "me")).isEqualTo(new Admission.Limited());
            assertThat(log.admit(asked(1, 200, NINE), "me")).isEqualTo(new Admission.Limited());
            assertThat(log.admit(asked(1, 201, NINE), "me")).isEqualTo(new Admission.Ignored());
            assertThat(log.answeredFrom(asked(1, 201, NINE))).isEqualTo(NINE.plusSeconds(600));
            assertThat(log.admit(asked(2, 202, NINE), "me")).isEqualTo(new Admission.Admitted());
            assertThat(log.admit(asked(1, 203, NINE.plusSeconds(601)), "me")).isEqualTo(new Admission.Admitted());
        }
    }

    @Test
    void theLogListsTheNewestFirst() {
        try (TestApplication app = TestApplication.start(new SettableClock(NINE))) {
            app.runJobs();
            CommandLogStore log = app.bean(CommandLogStore.class);
            CommandRequest old = asked(1, 1, NINE.minusSeconds(90_000));
            log.admit(old, "team");
            log.finish(old, Role.MEMBER, Outcome.ANSWERED, "https://github.com/x", NINE);
            log.admit(asked(2, 2, NINE), "me");

            assertThat(log.latest(9, null, 10))
                    .extracting(CommandLogStore.Line::command)
                    .containsExactly("me", "team");
            assertThat(log.latest(9, "ADA1", 10)).hasSize(1);
            assertThat(log.count(9, null)).isEqualTo(2);
        }
    }

    private static CommandRequest asked(long person, long comment, Instant at) {
        return new CommandRequest(
                9, person, "ada" + person, "team payments", 12, comment, null, null, at.toEpochMilli(), null);
    }
}

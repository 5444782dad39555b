package dev.flightlog.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.fake.ChatReceiver;
import dev.flightlog.fake.ChatReceiver.Answer;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.governance.Policies;
import dev.flightlog.ingest.UsageJob;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.policy.Policy;
import dev.flightlog.summary.SummaryJob;
import dev.flightlog.support.HeardLog;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.sync.SeatsJob;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A digest against a chat at the socket that answers, refuses, hangs and closes: sent at most once, and told right. */
class DigestJobTest {
    private static final FakeApp APP = FakeApp.generate();
    private static final String ON = "version: 1\nsummary:\n  digest: true\n";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final ChatReceiver chat = ChatReceiver.start();

    @AfterEach
    void close() {
        chat.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK, /slack/services/T0001/B0001/secret-of-the-test",
        "TEAMS, /teams/workflows/0001/triggers/manual/paths/invoke"
    })
    void isSentOnceWhenThePostStands(ChatKind kind, String path) {
        try (TestApplication app = start(kind)) {
            load(app, ON);

            look(app);
            pass(app, Duration.ofHours(1));

            assertThat(chat.complaints()).isEmpty();
            assertThat(chat.received()).singleElement().satisfies(message -> {
                assertThat(message.path()).isEqualTo(path);
                assertThat(message.body().toString())
                        .contains("Copilot weekly · acme · 2026-W46")
                        .contains("/acme/copilot-governance/issues/")
                        .contains("1 matter needs a decision.");
            });
            expect(app, DigestStatus.State.FINE, "The digest of 2026-W46 went to " + kind.written() + " on Nov 18.");
        }
    }

    @Test
    void nothingGoesOutWhereThePolicyDoesNotSaySo() {
        try (TestApplication app = start(ChatKind.SLACK)) {
            load(app, "version: 1\n");

            look(app);

            assertThat(chat.received()).isEmpty();
            expect(app, DigestStatus.State.OFF, "");
        }
    }

    @Test
    void withoutAnAddressTheStatusAsksTheOperator() {
        try (TestApplication app = TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of())) {
            load(app, ON);

            look(app);

            assertThat(status(app).state()).isEqualTo(DigestStatus.State.NEEDS_A_PERSON);
            assertThat(status(app).sentence()).contains("FLIGHTLOG_DIGEST_URLS_FILE or FLIGHTLOG_DIGEST_URL");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_payload, Slack refused it with 400 (invalid_payload), 'The card itself is what Slack does not"
                + " take: a new webhook would change nothing. Report this answer to whoever maintains Flightlog; the next"
                + " week''s is sent as usual.'",
        "403, action_prohibited, Slack refused it with 403 (action_prohibited), 'An admin of Slack allows this webhook"
                + " to post, or the operator makes a new one and sets its address; to a new address it is sent by"
                + " itself.'",
        "404, no_service, Slack refused it with 404 (no_service), 'The operator makes a new webhook in Slack and sets"
                + " its address; then it is sent.'",
        "410, channel_is_archived, Slack refused it with 410 (channel_is_archived), 'The operator makes a new webhook"
                + " in Slack and sets its address; then it is sent.'",
    })
    void aRefusalAsksAPersonAndIsNotRepeated(int status, String said, String told, String advice) {
        chat.next(new Answer.Status(status, said, ""));
        try (TestApplication app = start(ChatKind.SLACK)) {
            load(app, ON);

            look(app);
            pass(app, Duration.ofHours(30));

            assertThat(chat.received()).hasSize(1);
            expect(
                    app,
                    DigestStatus.State.NEEDS_A_PERSON,
                    "The digest of 2026-W46 was not sent: " + told + ". " + advice);
        }
    }

    @Test
    void aNewAddressGetsWhatTheOldOneRefused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("urls"), "acme: " + chat.slackUrl() + "\n");
        chat.next(new Answer.Status(404, "no_service", ""));
        try (TestApplication app = start(Map.of("flightlog.digest.urls-file", file.toString()))) {
            load(app, ON);
            look(app);

            Files.writeString(file, "ACME: " + chat.teamsUrl() + "\n");
            expect(app, DigestStatus.State.WAITS, "The digest of 2026-W46 is sent to the new address by itself.");
            pass(app, Duration.ofMinutes(5));
            pass(app, Duration.ofMinutes(5));

            assertThat(chat.received())
                    .extracting(ChatReceiver.Message::path)
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("/slack/"),
                            second -> assertThat(second).startsWith("/teams/"));
            expect(app, DigestStatus.State.FINE, "The digest of 2026-W46 went to Teams on Nov 18.");
        }
    }

    @Test
    void tooManyRequestsWaitAsLongAsTheChatAsks() {
        chat.next(new Answer.Status(429, "", "900"));
        try (TestApplication app = start(ChatKind.TEAMS)) {
            load(app, ON);
            look(app);

            expect(
                    app,
                    DigestStatus.State.WAITS,
                    "The digest of 2026-W46 waits: Teams answered 429. It is sent again by itself at "
                            + "2026-11-18T09:15:00Z.");
            // A look in between, as after each edit of the post, finds nothing to do and leaves the planned one.
            pass(app, Duration.ofSeconds(899));
            assertThat(chat.received()).hasSize(1);
            app.pass(Duration.ofSeconds(1));
            assertThat(chat.received()).hasSize(2);
            pass(app, Duration.ofHours(1));

            assertThat(chat.received()).hasSize(2);
            expect(app, DigestStatus.State.FINE, "The digest of 2026-W46 went to Teams on Nov 18.");
        }
    }

    @Test
    void aChatThatAsksForASecondEachTimeDoesNotUseUpAllAttemptsAtOnce() {
        Answer second = new Answer.Status(429, "", "1");
        chat.next(second, second, second, second, second);
        try (TestApplication app = start(ChatKind.SLACK)) {
            load(app, ON);
            look(app);

            for (int seconds = 0; seconds < 20; seconds++) {
                pass(app, Duration.ofSeconds(1));
            }
            assertThat(chat.received()).hasSize(1);
            expect(
                    app,
                    DigestStatus.State.WAITS,
                    "The digest of 2026-W46 waits: Slack answered 429. It is sent again by itself at "
                            + "2026-11-18T09:05:00Z.");

            for (int halfHours = 0; halfHours < 12; halfHours++) {
                pass(app, Duration.ofMinutes(30));
            }
            assertThat(chat.received()).hasSize(DigestJob.MAX_ATTEMPTS);
            expect(app, DigestStatus.State.FINE, "The digest of 2026-W46 went to Slack on Nov 18.");
        }
    }

    @ParameterizedTest
    @CsvSource({"503", "429"})
    void aChatThatCannotTakeItIsTriedAgainSomeTimesAndThenToldToAPerson(int status) {
        Answer error = new Answer.Status(status, "", "");
        chat.next(error, error, error, error, error, error, error, error);
        try (TestApplication app = start(ChatKind.SLACK)) {
            load(app, ON);
            look(app);

            for (int halfHours = 0; halfHours < 12; halfHours++) {
                pass(app, Duration.ofMinutes(30));
            }

            assertThat(chat.received()).hasSize(DigestJob.MAX_ATTEMPTS);
            expect(
                    app,
                    DigestStatus.State.NEEDS_A_PERSON,
                    "The digest of 2026-W46 was not sent: Slack answered " + status
                            + ", 6 times. It is not sent again; the next week's is sent as usual. If that fails too,"
                            + " look whether Slack can be reached from the server, and what else posts with this"
                            + " webhook.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK, hang, it did not answer within 1 seconds",
        "SLACK, close, the connection ended before an answer came",
        "SLACK, 500, it answered 500",
        "SLACK, 502, it answered 502",
        "TEAMS, hang, it did not answer within 1 seconds",
        "TEAMS, close, the connection ended before an answer came",
        "TEAMS, 500, it answered 500",
    })
    void anUnknownOutcomeIsNeverRepeated(ChatKind kind, String what, String told) {
        chat.next(
                switch (what) {
                    case "hang" -> new Answer.Hang();
                    case "close" -> new Answer.Close();
                    // The card may be in the chat all the same.
                    default -> new Answer.Status(Integer.parseInt(what), "rollup_error", "");
                });
        try (TestApplication app = start(kind)) {
            load(app, ON);
            look(app);
            pass(app, Duration.ofHours(30));

            assertThat(chat.received()).hasSize(1);
            expect(
                    app,
                    DigestStatus.State.NEEDS_A_PERSON,
                    "The digest of 2026-W46 was sent, and whether it arrived is not known: " + told
                            + ". Look in the chat; it is not sent again, and the next week's is sent as usual.");
        }
    }

    @Test
    void whatWaitsIsNotSentOnceANewerWeekIsDue() {
        Duration week = Duration.ofDays(7);
        chat.next(new Answer.Status(429, "", Long.toString(week.plusHours(1).toSeconds())));
        try (TestApplication app = start(ChatKind.SLACK)) {
            InventedOrganization acme = load(app, ON);
            look(app);
            String overtaken = "The digest of 2026-W46 was not sent: Slack answered 429, until a newer week was due.";

            acme.withhold(LocalDate.parse("2026-11-22"));
            clock.advance(week);
            digest(app);
            expect(app, DigestStatus.State.WAITS, overtaken + " The next week's is sent as usual.");

            acme.release(LocalDate.parse("2026-11-22"));
            clock.advance(Duration.ofDays(1));
            refresh(app, acme);
            look(app);
            pass(app, Duration.ofHours(2));

            assertThat(chat.received())
                    .extracting(message -> message.body().toString().contains("2026-W47"))
                    .containsExactly(false, true);
            expect(app, DigestStatus.State.FINE, "The digest of 2026-W47 went to Slack on Nov 26. " + overtaken);
        }
    }

    @Test
    void aChatThatCannotBeReachedGetsItLater() {
        ChatReceiver gone = ChatReceiver.start();
        String url = gone.slackUrl();
        gone.close();
        try (TestApplication app = start(Map.of("flightlog.digest.url", url))) {
            load(app, ON);
            look(app);

            assertThat(status(app).state()).isEqualTo(DigestStatus.State.WAITS);
            assertThat(status(app).sentence()).contains("Slack could not be reached (ConnectException)");
        }
    }

    @Test
    void aServerThatWasKilledWhileItSentSendsNothingAgain() {
        try (TestApplication app = start(ChatKind.SLACK)) {
            load(app, "version: 1\n");
            look(app);
            long org = organization(app).id();
            assertThat(app.bean(DigestStore.class)
                            .claim(
                                    org,
                                    IsoWeek.parse("2026-W46").orElseThrow(),
                                    new DigestAddress(ChatKind.SLACK, URI.create(chat.slackUrl())),
                                    clock.instant()))
                    .isTrue();
            commitPolicy(app, ON);

            digest(app);
            assertThat(status(app).sentence()).isEqualTo("The digest of 2026-W46 is being sent.");
            pass(app, Duration.ofHours(1));

            assertThat(chat.received()).isEmpty();
            assertThat(status(app).sentence()).contains("not known: the server ended while it was sent.");
        }
    }

    @Test
    void whoeverLooksAtTheSameMomentSendsItOnce() throws InterruptedException {
        try (TestApplication app = start(ChatKind.SLACK)) {
            load(app, "version: 1\n");
            look(app);
            commitPolicy(app, ON);
            OrganizationJob data = new OrganizationJob(organization(app).id());

            List<Thread> replicas = IntStream.range(0, 8)
                    .mapToObj(_ -> Thread.startVirtualThread(
                            () -> app.bean(DigestJob.class).run(data)))
                    .toList();
            for (Thread replica : replicas) {
                replica.join();
            }

            assertThat(chat.received()).hasSize(1);
        }
    }

    @Test
    void theAddressIsInNoLogAndInNoStatus() {
        chat.next(new Answer.Close());
        try (HeardLog log = new HeardLog();
                TestApplication app = start(ChatKind.SLACK)) {
            load(app, ON);
            look(app);

            assertThat(chat.received()).hasSize(1);
            assertThat(log.text()).contains("whether the digest of 2026-W46 arrived is not known");
            assertThat(log.text() + status(app).sentence() + app.query("select row_to_json(digest) from digest"))
                    .doesNotContain("secret-of-the-test");
        }
    }

    @Test
    void aWeekWithMissingDaysIsWaitedForLikeThePost() {
        try (TestApplication app = start(ChatKind.SLACK)) {
            InventedOrganization acme = load(app, ON);
            look(app);
            acme.withhold(LocalDate.parse("2026-11-22"));
            for (int day = 0; day < 7; day++) {
                clock.advance(Duration.ofDays(1));
                refresh(app, acme);
                look(app);
            }
            assertThat(chat.received()).hasSize(1);

            acme.release(LocalDate.parse("2026-11-22"));
            clock.advance(Duration.ofDays(1));
            refresh(app, acme);
            look(app);

            assertThat(chat.received()).hasSize(2);
            assertThat(chat.received().getLast().body().toString()).contains("2026-W47");
        }
    }

    private TestApplication start(ChatKind kind) {
        return start(Map.of("flightlog.digest.url", kind == ChatKind.SLACK ? chat.slackUrl() : chat.teamsUrl()));
    }

    private TestApplication start(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("flightlog.digest.timeout", "1s");
        return TestApplication.start(clock, FakeGitHub.start(APP, clock), all);
    }

    private static InventedOrganization load(TestApplication app, String policy) {
        InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 46, 60, 9, 2)
                .punctual();
        acme.organization().governance().history().commit("main", acme.admin(), "Policy", Map.of(Policy.FILE, policy));
        app.github().installApp(acme.organization());
        app.runJobs();
        return acme;
    }

    private static void commitPolicy(TestApplication app, String policy) {
        var governance = app.github().world().organization("acme").governance();
        governance
                .history()
                .commit(
                        "main",
                        governance.history().head().orElseThrow().author(),
                        "Policy",
                        Map.of(Policy.FILE, policy));
        long org = organization(app).id();
        app.bean(JobQueue.class).enqueue(GovernanceJob.TYPE, new OrganizationJob(org));
        app.runJobs();
    }

    private void refresh(TestApplication app, InventedOrganization acme) {
        acme.refreshSeats(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        long org = organization(app).id();
        JobQueue jobs = app.bean(JobQueue.class);
        jobs.enqueue(SeatsJob.TYPE, new OrganizationJob(org));
        jobs.enqueue(UsageJob.TYPE, new UsageJob.Data(org, null));
        app.runJobs();
    }

    private static void look(TestApplication app) {
        long org = organization(app).id();
        app.bean(JobQueue.class).enqueue(SummaryJob.TYPE, SummaryJob.Data.due(org));
        app.runJobs();
    }

    /** As the timetable does after that time, at each of its looks. */
    private static void pass(TestApplication app, Duration time) {
        app.pass(time);
        digest(app);
    }

    private static void digest(TestApplication app) {
        long org = organization(app).id();
        app.bean(JobQueue.class).enqueue(DigestJob.TYPE, new OrganizationJob(org));
        app.runJobs();
    }

    private static Organization organization(TestApplication app) {
        return Objects.requireNonNull(app.bean(OrganizationStore.class).byLogin("acme"));
    }

    private static DigestStatus status(TestApplication app) {
        Organization acme = organization(app);
        return app.bean(Digests.class)
                .of(acme, app.bean(Policies.class).inForce(acme.id()).policy());
    }

    private static void expect(TestApplication app, DigestStatus.State state, String sentence) {
        assertThat(status(app)).isEqualTo(new DigestStatus(state, sentence));
    }
}

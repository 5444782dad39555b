package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.check.PolicyBaseJob;
import dev.flightlog.check.PolicyCheckJob;
import dev.flightlog.directory.DirectoryJob;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Commit;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.sync.SeatsJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check {@code Flightlog / policy}, from a pull request to the policy in force. */
class PolicyCheckTest {
    private static final String LONGER = "seats:\n  idle_after: 45d\n";
    private static final String FOR_ADMINS = "What it would change in seats, costs and teams is for admins";
    private static final String BROKEN = "seats:\n  idle_after: 45 days\n";

    private TestApplication app;
    private GovernedOrganization acme;

    @BeforeEach
    void install() {
        app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")));
        acme = GovernedOrganization.install(app);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void whoBecomesAnAdminIsSaidAndNothingIsGreen() {
        acme.acme().addTeam("Payments", "payments", null).add(acme.acme().addMember("mia-member"));
        app.pass(java.time.Duration.ofDays(1));
        PullRequest pull = acme.propose("admins", "version: 1\naccess:\n  admin_teams: [payments]\n");
        app.runJobs();

        CheckRun check = acme.policyCheck(pull.head());
        assertThat(check.conclusion()).contains("neutral");
        assertThat(check.output().summary()).contains("becomes an admin, and may ask about every person and team");
        assertThat(check.annotations())
                .extracting(CheckRun.Annotation::startLine)
                .containsExactly(3);
    }

    @Test
    void goesFromOpenOverInvalidAndFixedToMergedAndInForce() throws IOException {
        PullRequest pull =
                acme.propose("policy", Files.readString(Path.of("src/test/resources/policy/twelve-mistakes.yml")));
        app.runJobs();
        Commit invalid = pull.head();
        assertThat(acme.policyCheck(invalid).conclusion()).contains("failure");
        assertThat(acme.policyCheck(invalid).annotations())
                .extracting(CheckRun.Annotation::startLine)
                .containsExactly(1, 3, 4, 5, 6, 7, 9, 11, 14, 16, 17, 18);

        acme.change(pull, LONGER);
        app.runJobs();
        CheckRun fixed = acme.policyCheck(pull.head());
        assertThat(fixed.conclusion()).contains("success");
        assertThat(fixed.output().summary()).contains("31 → 12 idle seats, 361 USD a month less flagged");
        assertThat(seats().idleSeats()).isEqualTo(31);

        Commit merged = app.github().people().merge(pull, "ada");
        app.runJobs();
        assertThat(inForce().commit()).isEqualTo(merged.sha());
        assertThat(inForce().policy().seats().idleAfter().toDays()).isEqualTo(45);
        assertThat(seats().idleSeats()).isEqualTo(12);
        assertThat(acme.policyCheck(merged).conclusion()).contains("success");
        assertThat(acme.policyCheck(merged).output().summary()).contains("In force on `main`");
    }

    @Test
    void aBrokenFileOnTheDefaultBranchChangesNothing() {
        Commit valid = acme.push(GovernedOrganization.FILE, LONGER);
        app.runJobs();
        Commit broken = acme.push(GovernedOrganization.FILE, BROKEN);
        app.runJobs();

        assertThat(acme.policyCheck(broken).conclusion()).contains("failure");
        assertThat(acme.policyCheck(broken).output().summary())
                .contains("The policy in force (`" + valid.sha().substring(0, 7) + "`) stays as it is");
        assertThat(inForce().broken()).isTrue();
        assertThat(inForce().commit()).isEqualTo(valid.sha());
        assertThat(seats().idleSeats()).isEqualTo(12);
        assertThat(acme.seatsCheck(broken).output().summary())
                .contains("The policy file on the default branch is broken");

        PullRequest pull = acme.propose("mend", "seats:\n  idle_after: 90d\n");
        app.runJobs();
        assertThat(acme.policyCheck(pull.head()).output().summary())
                .contains("compared with the last valid policy (`" + valid.sha().substring(0, 7) + "`)")
                .contains("12 → 0 idle seats");
    }

    @Test
    void anUntouchedPolicyIsSkipped() {
        Commit pushed = acme.push("README.md", "# Changed\n");
        PullRequest pull = app.github()
                .people()
                .openPullRequest(acme.repository(), "grace", "words", "Words", Map.of("docs/words.md", "Hello\n"));
        app.runJobs();

        assertThat(acme.policyCheck(pushed).conclusion()).contains("skipped");
        assertThat(acme.policyCheck(pull.head()).conclusion()).contains("skipped");
    }

    @Test
    void tenPullRequestsAtOnceGetTenRightChecks() {
        List<PullRequest> pulls = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            pulls.add(acme.propose("policy-" + number, "seats:\n  idle_after: " + (31 + 6 * number) + "d\n"));
        }
        int atOnce = app.runJobsAtOnce(10);

        assertThat(atOnce).as("jobs at the same moment").isGreaterThan(1);

        assertThat(pulls)
                .extracting(pull -> acme.policyCheck(pull.head()).output().title())
                .containsExactly(
                        "seats.idle_after 30d → 31d",
                        "seats.idle_after 30d → 37d",
                        "seats.idle_after 30d → 43d: 31 → 12 idle seats",
                        "seats.idle_after 30d → 49d: 31 → 12 idle seats",
                        "seats.idle_after 30d → 55d: 31 → 12 idle seats",
                        "seats.idle_after 30d → 61d: 31 → 12 idle seats",
                        "seats.idle_after 30d → 67d: 31 → 12 idle seats",
                        "seats.idle_after 30d → 73d: 31 → 12 idle seats",
                        "seats.idle_after 30d → 79d: 31 → 12 idle seats",
                        "seats.idle_after 30d → 85d: 31 → 0 idle seats");
        pulls.forEach(pull -> assertThat(acme.checks(pull.head().sha(), GovernedOrganization.POLICY_CHECK))
                .hasSize(1));
    }

    @Test
    void anotherPolicyOnTheDefaultBranchIsComparedWithAtOnce() {
        PullRequest mine = acme.propose("mine", LONGER);
        PullRequest words = app.github()
                .people()
                .openPullRequest(acme.repository(), "grace", "words", "Words", Map.of("docs/words.md", "Hello\n"));
        app.runJobs();
        assertThat(acme.policyCheck(mine.head()).output().title())
                .isEqualTo("seats.idle_after 30d → 45d: 31 → 12 idle seats");

        Commit base = acme.push(GovernedOrganization.FILE, "seats:\n  idle_after: 90d\n");
        app.github().forgetRequests();
        app.runJobs();
        assertThat(acme.policyCheck(mine.head()).output().title())
                .isEqualTo("seats.idle_after 90d → 45d: 0 → 12 idle seats");
        assertThat(acme.policyCheck(mine.head()).output().summary())
                .contains("compared with `" + base.sha().substring(0, 7) + "`");
        assertThat(acme.checks(mine.head().sha(), GovernedOrganization.POLICY_CHECK))
                .hasSize(1);
        assertThat(app.github().requests())
                .as("a pull request that does not touch the policy is not looked at")
                .noneMatch(request -> request.path().contains(words.head().sha()));

        app.bean(JobQueue.class)
                .enqueue(
                        PolicyBaseJob.TYPE,
                        "again",
                        new PolicyBaseJob.Data(acme.acme().id(), acme.first().sha(), base.sha()));
        app.github().forgetRequests();
        app.runJobs();
        assertThat(app.github().writes()).isEmpty();
    }

    @Test
    void aPushThatLeavesThePolicyAloneListsNoPullRequests() {
        acme.propose("mine", LONGER);
        app.runJobs();
        acme.push("README.md", "# Changed\n");
        app.github().forgetRequests();
        app.runJobs();

        assertThat(app.github().requests()).noneMatch(request -> request.path().contains("/files"));
    }

    @Test
    void theDryRunHidesWhatTheMergedPolicyHides() {
        Team parent = acme.acme().addTeam("Platform");
        Team five = acme.acme().addTeam("Web", parent);
        Team four = acme.acme().addTeam("Mail", parent);
        Team twenty = acme.acme().addTeam("Payments");
        List<Person> people =
                acme.acme().members().stream().map(Member::person).skip(2).toList();
        people.subList(0, 5).forEach(five::add);
        people.subList(5, 9).forEach(four::add);
        people.subList(9, 29).forEach(twenty::add);
        app.bean(JobQueue.class)
                .enqueue(DirectoryJob.TYPE, new OrganizationJob(acme.acme().id()));
        app.runJobs();

        assertThat(proposed(6))
                .as("the five are large enough, but hidden already: else the four could be computed")
                .contains("| Teams with numbers | 2 | 2 |", "| Teams hidden | 2 | 2 |");
        String ten = proposed(10);
        assertThat(ten).contains("1 team becomes hidden", "| Teams with numbers | 2 | 1 |", "| Teams hidden | 2 | 3 |");

        acme.push(GovernedOrganization.FILE, "privacy:\n  min_team_size: 10\n");
        app.runJobs();
        TeamVisibility real = app.bean(VisibleTeams.class)
                .now(acme.acme().id(), inForce().policy().privacy().minTeamSize());
        assertThat(real.shown()).isEqualTo(1);
        assertThat(real.hidden()).isEqualTo(3);
    }

    private String proposed(int least) {
        PullRequest pull = acme.propose("least-" + least, "privacy:\n  min_team_size: " + least + "\n");
        app.runJobs();
        return String.valueOf(acme.policyCheck(pull.head()).output().summary());
    }

    @Test
    void forksAndDraftsAreCheckedToo() {
        PullRequest fork = app.github()
                .people()
                .openPullRequestFromFork(
                        acme.repository(), "grace", "policy", "Longer", Map.of(GovernedOrganization.FILE, LONGER));
        PullRequest draft = app.github()
                .people()
                .openDraft(acme.repository(), "ada", "draft", "Broken", Map.of(GovernedOrganization.FILE, BROKEN));
        app.runJobs();

        assertThat(acme.policyCheck(fork.head()).conclusion()).contains("success");
        assertThat(acme.policyCheck(fork.head()).output().summary())
                .as("grace is a member")
                .contains("| `seats.idle_after` | `30d` | `45d` |", FOR_ADMINS)
                .doesNotContain("idle seats", " USD");
        assertThat(acme.policyCheck(draft.head()).conclusion()).contains("failure");
        assertThat(acme.policyCheck(draft.head()).annotations()).hasSize(1);
    }

    @Test
    void anOverhauledCommitIsCancelledAndTheNewestIsChecked() {
        PullRequest pull = acme.propose("policy", BROKEN);
        Commit old = pull.head();
        acme.change(pull, LONGER);
        app.runJobs();

        assertThat(acme.policyCheck(old).conclusion()).contains("cancelled");
        assertThat(acme.policyCheck(old).output().title())
                .isEqualTo("Superseded by " + pull.head().sha().substring(0, 7));
        assertThat(acme.policyCheck(pull.head()).conclusion()).contains("success");
    }

    @Test
    void sixtyMistakesAreSentInTwoBatches() {
        StringBuilder mistakes = new StringBuilder();
        for (int number = 0; number < 60; number++) {
            mistakes.append("key").append(number).append(": 1\n");
        }
        PullRequest pull = acme.propose("policy", mistakes.toString());
        app.runJobs();

        assertThat(acme.policyCheck(pull.head()).conclusion()).contains("failure");
        assertThat(acme.policyCheck(pull.head()).annotations())
                .hasSize(60)
                .extracting(CheckRun.Annotation::startLine)
                .doesNotHaveDuplicates();
    }

    @Test
    void aCheckThatCannotBeMadeCompletesAllTheSame() {
        app.bean(PolicyCheckJob.class)
                .giveUp(new PolicyCheckJob.Data(acme.acme().id(), acme.first().sha()), "IllegalStateException");

        assertThat(acme.policyCheck(acme.first()).conclusion()).contains("neutral");
        assertThat(acme.policyCheck(acme.first()).output().title()).isEqualTo("Could not be checked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pull_requests", "contents"})
    void aMissingPermissionIsSaidInTheCheckWhichCompletes(String permission) {
        Installation installation = app.github().world().installations().getFirst();
        app.github().administrators().revoke(installation, permission);
        PullRequest pull = acme.propose("policy", LONGER);
        app.runJobs();

        assertThat(acme.policyCheck(pull.head()).conclusion()).contains("neutral");
        assertThat(acme.policyCheck(pull.head()).output().summary()).contains("not permitted");

        app.github().forgetRequests();
        checkAgain(pull);
        assertThat(app.github().writes()).isEmpty();

        app.github().administrators().accept(installation, permission, "read");
        checkAgain(pull);
        assertThat(acme.policyCheck(pull.head()).conclusion()).contains("success");
    }

    @Test
    void aCheckThatMayNotBeWrittenEndsQuietly() {
        Installation installation = app.github().world().installations().getFirst();
        app.github().administrators().revoke(installation, "pull_requests");
        app.github().administrators().revoke(installation, "checks");
        PullRequest pull = acme.propose("policy", LONGER);
        app.runJobs();

        assertThat(acme.checks(pull.head().sha(), GovernedOrganization.POLICY_CHECK))
                .isEmpty();
    }

    private void checkAgain(PullRequest pull) {
        PolicyCheckJob.Data data =
                new PolicyCheckJob.Data(acme.acme().id(), pull.head().sha());
        app.bean(JobQueue.class).enqueue(PolicyCheckJob.TYPE, "again", data);
        app.runJobs();
    }

    @Test
    void otherRepositoriesAreNotChecked() {
        Repository other = acme.acme().addRepository("other");
        app.github().people().push(other, "ada", GovernedOrganization.FILE, BROKEN);
        app.runJobs();

        assertThat(other.checkRuns()).isEmpty();
    }

    @Test
    void namesThatNobodyHasAreWarnedOf() {
        PullRequest pull = acme.propose("policy", "seats:\n  exempt:\n    - user: grce\n    - user: person-20\n");
        app.runJobs();

        CheckRun run = acme.policyCheck(pull.head());
        assertThat(run.conclusion()).contains("neutral");
        assertThat(run.annotations()).hasSize(1);
        assertThat(run.annotations().getFirst().startLine()).isEqualTo(3);
        assertThat(run.annotations().getFirst().message()).contains("did you mean \"grace\"?");
        assertThat(run.output().summary())
                .as("one seat would be told differently")
                .contains("Too few seats would be decided differently")
                .doesNotContain("30 idle seats");
    }

    @Test
    void anAdminIsToldWhatAnExemptionOfManyChanges() {
        PullRequest pull = acme.propose("policy", exemptions(20, 26).replace("privacy:\n  names: never\n", ""));
        app.runJobs();

        assertThat(acme.policyCheck(pull.head()).output().summary()).contains("31 → 25 idle seats");
    }

    /** Whoever may push to the branch would else ask in the admin's name. */
    @Test
    void aPushToAnAdminsPullRequestIsAnsweredAsThatOfWhoPushed() {
        PullRequest pull = acme.propose("policy", exemptions(20, 22).replace("privacy:\n  names: never\n", ""));
        app.runJobs();
        app.github()
                .people()
                .update(
                        pull,
                        "person-1",
                        Map.of(
                                GovernedOrganization.FILE,
                                exemptions(20, 26).replace("privacy:\n  names: never\n", "") + "    - user: grce\n"));
        app.runJobs();

        CheckRun run = acme.policyCheck(pull.head());
        assertThat(run.annotations()).isEmpty();
        assertThat(run.output().summary()).contains(FOR_ADMINS).doesNotContain("grace", "dle seats");
    }

    @Test
    void whoIsNoAdminLearnsNothingByAProposal() {
        PullRequest pull = app.github()
                .people()
                .openPullRequest(
                        acme.repository(),
                        "person-1",
                        "curious",
                        "Exempt some",
                        Map.of(
                                GovernedOrganization.FILE,
                                exemptions(20, 26).replace("privacy:\n  names: never\n", "") + "    - user: grce\n"));
        app.runJobs();

        CheckRun run = acme.policyCheck(pull.head());
        assertThat(run.annotations()).isEmpty();
        assertThat(run.output().title()).isEqualTo("1 setting changes");
        assertThat(run.output().summary())
                .contains("was not looked up", FOR_ADMINS)
                .doesNotContain("grace", "dle seats", " USD", "Teams with numbers");
    }

    @Test
    void whoRunsItAgainAsksAnew() {
        PullRequest pull = acme.propose("person-1", "curious", LONGER);
        app.runJobs();
        CheckRun asked = acme.policyCheck(pull.head());
        assertThat(asked.output().title()).isEqualTo("seats.idle_after 30d → 45d");

        app.github().people().rerun(asked, "person-1");
        app.runJobs();
        assertThat(acme.policyCheck(pull.head()).output().summary())
                .contains(FOR_ADMINS)
                .doesNotContain("dle seats", " USD");

        app.github().people().rerun(asked, "ada");
        app.runJobs();
        assertThat(acme.policyCheck(pull.head()).output().summary())
                .contains("31 → 12 idle seats, 361 USD a month less flagged", "Seat cost a month")
                .doesNotContain(FOR_ADMINS);
    }

    @Test
    void whereNobodyMayBeNamedNobodysDayIsFoundByTwoProposals() {
        acme.push(GovernedOrganization.FILE, "privacy:\n  names: never\n");
        app.runJobs();
        Person alone = acme.acme().addMember("alone");
        acme.acme()
                .seat(Seat.direct(alone, Instant.parse("2026-01-05T10:00:00Z"))
                        .activeAt(app.clock().instant().minus(Duration.ofDays(60)), "vscode/1.139.1"));
        app.bean(JobQueue.class)
                .enqueue(SeatsJob.TYPE, new OrganizationJob(acme.acme().id()));
        app.runJobs();

        String before = idleAfter(59);
        String after = idleAfter(61);

        assertThat(before).contains("| Idle seats | 32 | 13 |");
        assertThat(after)
                .as("the one seat of 60 days ago is not told")
                .contains("| Idle seats | 32 | 13 |", "Too few seats");
    }

    private String idleAfter(int days) {
        PullRequest pull =
                acme.propose("window-" + days, "privacy:\n  names: never\nseats:\n  idle_after: " + days + "d\n");
        app.runJobs();
        return String.valueOf(acme.policyCheck(pull.head()).output().summary());
    }

    @Test
    void aPublicRepositoryIsNotToldWhoIsAMember() {
        acme.repository().setPrivate(false);
        app.bean(JobQueue.class)
                .enqueue(GovernanceJob.TYPE, new OrganizationJob(acme.acme().id()));
        app.runJobs();
        PullRequest pull = acme.propose("curious", "seats:\n  exempt:\n    - user: grce\n    - team: nobody-knows\n");
        app.runJobs();

        CheckRun run = acme.policyCheck(pull.head());
        assertThat(run.conclusion()).contains("success");
        assertThat(run.annotations()).isEmpty();
        assertThat(run.output().summary()).contains("was not looked up").doesNotContain("grace");
    }

    @Test
    void whereNobodyMayBeNamedASingleExemptionTellsNothing() {
        acme.push(GovernedOrganization.FILE, "privacy:\n  names: never\n");
        app.runJobs();
        PullRequest pull =
                acme.propose("curious", "privacy:\n  names: never\nseats:\n  exempt:\n    - user: person-20\n");
        app.runJobs();

        assertThat(acme.policyCheck(pull.head()).output().summary())
                .contains("Exemptions that are not in force are left out of these figures")
                .doesNotContain("30 idle seats");
    }

    @Test
    void whereNobodyMayBeNamedTwoProposalsThatDifferInOnePersonShowTheSame() {
        acme.push(GovernedOrganization.FILE, "privacy:\n  names: never\n");
        app.runJobs();

        String five = exempting("five", 20, 25);
        String six = exempting("six", 20, 26);

        assertThat(five).contains("| Idle seats | 31 | 31 |");
        assertThat(six).as("the sixth is idle").isEqualTo(five);
    }

    @Test
    void whereNobodyMayBeNamedAnotherBranchHelpsNobodyEither() {
        acme.push(GovernedOrganization.FILE, "privacy:\n  names: never\n");
        app.runJobs();
        app.github()
                .people()
                .push(acme.repository(), "ada", "prepared", Map.of(GovernedOrganization.FILE, exemptions(20, 21)));
        PullRequest pull = app.github()
                .people()
                .openPullRequestTo(
                        "prepared",
                        acme.repository(),
                        "ada",
                        "curious",
                        "Both exempt the same",
                        Map.of(GovernedOrganization.FILE, exemptions(20, 21) + "  grace: 7d\n"));
        app.runJobs();

        assertThat(String.valueOf(acme.policyCheck(pull.head()).output().summary()))
                .contains("Not in force on `prepared`", "| Idle seats | 31 | 31 |");
    }

    /** The figures of a proposal that exempts some of the people who are idle. */
    private String exempting(String branch, int first, int end) {
        PullRequest pull = acme.propose(branch, exemptions(first, end));
        app.runJobs();
        String summary = String.valueOf(acme.policyCheck(pull.head()).output().summary());
        return summary.substring(summary.indexOf("On today's data:"));
    }

    private static String exemptions(int first, int end) {
        StringBuilder policy = new StringBuilder("privacy:\n  names: never\nseats:\n  exempt:\n");
        for (int number = first; number < end; number++) {
            policy.append("    - user: person-").append(number).append('\n');
        }
        return policy.toString();
    }

    @Test
    void runningAgainSendsNothingWhereNothingChanged() {
        PullRequest pull = acme.propose("policy", BROKEN);
        app.runJobs();
        app.github().forgetRequests();

        app.github().people().rerun(acme.policyCheck(pull.head()), "ada");
        app.github().people().rerunAll(acme.repository(), pull.head().sha(), "ada");
        app.runJobs();

        assertThat(app.github().requests()).isNotEmpty();
        assertThat(app.github().writes()).isEmpty();
        assertThat(acme.checks(pull.head().sha(), GovernedOrganization.POLICY_CHECK))
                .hasSize(1);
    }

    @Test
    void aRerunIsCompletedAgain() {
        PullRequest pull = acme.propose("policy", BROKEN);
        app.runJobs();
        CheckRun run = acme.policyCheck(pull.head());
        run.status("queued");

        app.github().people().rerun(run, "ada");
        app.runJobs();

        assertThat(acme.policyCheck(pull.head()).conclusion()).contains("failure");
        assertThat(acme.policyCheck(pull.head()).annotations()).hasSize(1);
    }

    private PolicyInForce inForce() {
        return app.bean(Policies.class).inForce(acme.acme().id());
    }

    private SeatOverview seats() {
        return app.bean(SeatRegister.class)
                .overview(acme.acme().id(), inForce().policy().seats());
    }
}

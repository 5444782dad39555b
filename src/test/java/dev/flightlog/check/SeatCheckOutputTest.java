package dev.flightlog.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.GitHubBudgets;
import dev.flightlog.cost.HeldSeats;
import dev.flightlog.cost.Months;
import dev.flightlog.github.check.CheckState;
import dev.flightlog.health.DataProblem;
import dev.flightlog.health.NeededPermission;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.support.Golden;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeatCheckOutputTest {
    private static final Instant READ = Instant.parse("2026-11-20T06:00:00Z");
    private static final List<SourceStatus> FRESH = List.of(
            reading(Source.DIRECTORY, SourceStatus.Outcome.READ, null, null),
            reading(Source.SEATS, SourceStatus.Outcome.READ, null, LocalDate.parse("2026-11-20")),
            reading(Source.USAGE, SourceStatus.Outcome.READ, null, LocalDate.parse("2026-11-18")));

    @Test
    void succeedsWhenNothingNeedsADecision() {
        CheckText text = SeatCheckOutput.render(check("seats:\n  idle_after: 90d\n", FRESH, List.of()));

        Golden.assertMatches("check/seats-success.md", Rendered.of(text));
        assertThat(text.state()).isEqualTo(CheckState.SUCCESS);
    }

    @Test
    void asksForActionWhenMoneyIsLost() {
        CheckText text = SeatCheckOutput.render(check("""
            budget:
              seats_usd_per_month: 2000
              ai_credits_per_month: 100000
            commands:
              prefix: /cp
            """, FRESH, List.of()));

        Golden.assertMatches("check/seats-action-required.md", Rendered.of(text));
        assertThat(text.state()).isEqualTo(CheckState.ACTION_REQUIRED);
    }

    @Test
    void failsWhenDataCannotBeTrusted() {
        SourceStatus refused = reading(
                Source.SEATS, SourceStatus.Outcome.ASK_A_PERSON, "The app lacks the permission Members: read.", null);
        List<DataProblem> troubles = List.of(
                new DataProblem.PermissionMissing(NeededPermission.METRICS),
                new DataProblem.PermissionMissing(NeededPermission.DISCUSSIONS),
                new DataProblem.NeedsAPerson(
                        Source.SEATS, SourceStatus.Cause.PERMISSION, "The app lacks the permission Members: read."),
                new DataProblem.Stale(Source.USAGE, LocalDate.parse("2026-11-10"), "GitHub answers 503 | @acme/all"),
                new DataProblem.Stale(Source.DIRECTORY, null, null));

        CheckText text = SeatCheckOutput.render(check("", List.of(refused), troubles));

        Golden.assertMatches("check/seats-failure.md", Rendered.of(text));
        assertThat(text.state()).isEqualTo(CheckState.FAILURE);
    }

    @Test
    void failsWithRightFiguresWhereOnlyTheAppsOwnWorkIsKeptBack() {
        DataProblem discussions = new DataProblem.PermissionMissing(NeededPermission.DISCUSSIONS);
        DataProblem pulls = new DataProblem.PermissionMissing(NeededPermission.PULL_REQUESTS);
        DataProblem noRepository = new DataProblem.NeedsAPerson(Source.GOVERNANCE, null, "The repository is away.");
        CheckText text = SeatCheckOutput.render(check("", FRESH, List.of(discussions)));

        Golden.assertMatches("check/seats-permission-missing.md", Rendered.of(text));
        assertThat(text.state()).isEqualTo(CheckState.FAILURE);
        assertThat(title(discussions, pulls)).startsWith("2 permissions are missing; 120 seats");
        assertThat(title(noRepository)).startsWith("One thing needs a person; 120 seats");
        assertThat(title(discussions, noRepository)).startsWith("2 things need a person; 120 seats");
        assertThat(title(discussions, new DataProblem.PermissionMissing(NeededPermission.MEMBERS)))
                .isEqualTo("Data cannot be trusted: 1 reason");
    }

    private static String title(DataProblem... troubles) {
        return SeatCheckOutput.render(check("", FRESH, List.of(troubles))).title();
    }

    @Test
    void saysWhoMayUseTheButtons() {
        SeatCheck check = check("", FRESH, List.of());
        ButtonAnswer refused = new ButtonAnswer.Refused(SeatCheckButton.REFRESH, "mallory", List.of("copilot-admins"));
        ButtonAnswer accepted = new ButtonAnswer.Accepted(SeatCheckButton.POST_SUMMARY, "ada");
        ButtonAnswer nothingNew = new ButtonAnswer.Posted(
                SeatCheckButton.POST_SUMMARY,
                "ada",
                new IsoWeek(2026, 45),
                URI.create("https://github.com/acme/governance/issues/7"),
                false);

        assertThat(SeatCheckOutput.render(check, refused).summary())
                .startsWith(
                        "> *Refresh now* was asked for by `mallory` and not done: only the organization's owners and"
                                + " the team `copilot-admins` may do that.\n");
        assertThat(SeatCheckOutput.render(check, accepted).summary())
                .startsWith("> *Post summary* was asked for by `ada` and is being done.\n");
        assertThat(SeatCheckOutput.render(check, nothingNew).summary())
                .as("a newer week may be due and wait for something")
                .startsWith("> *Post summary* was asked for by `ada` and changed nothing. The latest post is"
                        + " [2026-W45](https://github.com/acme/governance/issues/7); the status says whether a newer one"
                        + " waits for something.\n");
        assertThat(SeatCheckButton.actions()).hasSize(2);
    }

    private static SeatCheck check(String policy, List<SourceStatus> readings, List<DataProblem> troubles) {
        Policy parsed = Reviews.policy(policy);
        SeatOverview seats = SeatOverview.of(Reviews.seats().toList(), parsed.seats(), Reviews.NOW);
        CostOfMonth cost = new CostOfMonth(
                new SeatsKnown.Fresh(),
                Optional.of(seats),
                Optional.of(new HeldSeats(LocalDate.of(2026, 11, 20), seats.seats(), seats.cost())),
                Reviews.credits(),
                Months.billed(new BigDecimal("150000"), "0"),
                new GitHubBudgets.NotRead(),
                Optional.empty());
        return new SeatCheck(parsed, "0123456", !troubles.isEmpty(), cost, List.of(), readings, troubles);
    }

    private static SourceStatus reading(
            Source source, SourceStatus.Outcome outcome, @Nullable String detail, @Nullable LocalDate through) {
        return new SourceStatus(
                source, READ, outcome == SourceStatus.Outcome.READ ? READ : null, outcome, null, detail, through);
    }
}

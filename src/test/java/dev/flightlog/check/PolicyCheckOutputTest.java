package dev.flightlog.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.flightlog.cost.Billing;
import dev.flightlog.cost.Months;
import dev.flightlog.github.Failure;
import dev.flightlog.github.check.CheckAnnotation;
import dev.flightlog.github.check.CheckState;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicyCheckOutputTest {
    @Test
    void tellsTwelveMistakesAtTheirLines() throws IOException {
        String file = Files.readString(Path.of("src/test/resources/policy/twelve-mistakes.yml"));

        CheckText text = PolicyCheckOutput.render(Reviews.of("", file));

        Golden.assertMatches("check/twelve-mistakes.md", Rendered.of(text));
        assertThat(text.state()).isEqualTo(CheckState.FAILURE);
        assertThat(text.annotations())
                .extracting(CheckAnnotation::startLine)
                .containsExactly(1, 3, 4, 5, 6, 7, 9, 11, 14, 16, 17, 18);
        assertThat(text.annotations()).allSatisfy(annotation -> {
            assertThat(annotation.path()).isEqualTo(Policy.FILE);
            assertThat(annotation.level()).isEqualTo(CheckAnnotation.Level.FAILURE);
        });
    }

    @Test
    void saysWhyACommitCouldNotBeLookedAt() {
        CheckText text = PolicyCheckOutput.notChecked(
                new Failure.Forbidden("Resource not accessible by integration, @acme/all"));

        Golden.assertMatches("check/not-checked.md", Rendered.of(text));
        assertThat(text.state()).isEqualTo(CheckState.NEUTRAL);
    }

    @Test
    void saysOfWhatPeopleWouldBeWarned() {
        PolicyEffect none = under("");
        PolicyEffect budget = under("budget:\n  ai_credits_per_month: 100000\n");

        assertThat(DryRunWords.verdict(new DryRun(none, budget, false, false, 0, 0)))
                .isEqualTo("People are warned that 80 % of the policy's budget for AI credits is used: 80,000 of"
                        + " 100,000, on course for 90,000 by Nov 30.");
        assertThat(DryRunWords.verdict(new DryRun(budget, none, false, false, 0, 0)))
                .startsWith("No more warning that 80 % of the policy's budget");
        assertThat(DryRunWords.verdict(new DryRun(budget, budget, false, false, 0, 0)))
                .isEqualTo("Today's numbers do not change.");
    }

    @Test
    void ofABudgetOfAnotherAmountOnlyTheNewWarningIsTold() {
        PolicyEffect wide = under("budget:\n  ai_credits_per_month: 100000\n");

        assertThat(verdict(wide, "budget:\n  ai_credits_per_month: 88000\n"))
                .as("stricter, and nearer to its end")
                .isEqualTo("People are warned that 90.9\u00A0% of the policy's budget for AI credits is used: 80,000 of"
                        + " 88,000, on course for 90,000 by Nov 30.");
        assertThat(verdict(wide, "budget:\n  ai_credits_per_month: 99000\n"))
                .as("stricter, and warned of as before")
                .isEqualTo("Today's numbers do not change.");
        assertThat(verdict(wide, "budget:\n  ai_credits_per_month: 50000\n"))
                .as("used up already")
                .isEqualTo("The AI credits are over the budget of 50,000, so the seats check asks for action.");
        assertThat(verdict(
                        under("budget:\n  ai_credits_per_month: 88000\n"), "budget:\n  ai_credits_per_month: 100000\n"))
                .as("wider")
                .startsWith("People are warned that 80\u00A0% of the policy's budget")
                .doesNotContain("o more warning");
        assertThat(verdict(wide, "budget:\n  ai_credits_per_month: 200000\n"))
                .as("wide enough")
                .isEqualTo("No more warning that 80\u00A0% of the policy's budget for AI credits is used: 80,000 of"
                        + " 100,000, on course for 90,000 by Nov 30.");
        assertThat(verdict(
                        under(80_000, 130_000, "budget:\n  ai_credits_per_month: 200000\n"),
                        80_000,
                        130_000,
                        "budget:\n  ai_credits_per_month: 120000\n"))
                .as("on course over it")
                .isEqualTo("People are warned that the AI credits are on course over the budget of 120,000.");
    }

    private static String verdict(PolicyEffect base, String head) {
        return DryRunWords.verdict(new DryRun(base, under(head), false, false, 0, 0));
    }

    private static String verdict(PolicyEffect base, long used, long projected, String head) {
        return DryRunWords.verdict(new DryRun(base, under(used, projected, head), false, false, 0, 0));
    }

    private static PolicyEffect under(String policy) {
        return under(80_000, 90_000, policy);
    }

    private static PolicyEffect under(long used, long projected, String policy) {
        PolicyEffect effect = Reviews.effect(Reviews.policy(policy));
        return new PolicyEffect(
                effect.policy(),
                effect.seats(),
                effect.teams(),
                Months.of(
                        effect.seats(),
                        Months.credits(228_000, BigDecimal.valueOf(used), BigDecimal.valueOf(projected)),
                        Billing.ofOrganization(BigDecimal.ZERO)),
                effect.at());
    }

    @Test
    void showsWhatALongerIdleTimeChanges() {
        CheckText text = PolicyCheckOutput.render(Reviews.of("seats:\n  idle_after: 30d\n", """
            seats:
              idle_after: 45d
            """));

        Golden.assertMatches("check/idle-after.md", Rendered.of(text));
        assertThat(text.title()).isEqualTo("seats.idle_after 30d → 45d: 31 → 12 idle seats");
        assertThat(text.summary()).contains("31 → 12 idle seats, 361 USD a month less flagged.");
    }

    @Test
    void showsTeamsBudgetsRetentionAndSchedule() {
        CheckText text = PolicyCheckOutput.render(Reviews.of("privacy:\n  min_team_size: 10\n", """
            summary:
              day: thursday
              timezone: Europe/Berlin
            seats:
              price_usd: { business: 21 }
            budget:
              seats_usd_per_month: 2500
              ai_credits_per_month: 100000
            privacy:
              min_team_size: 6
              retention: 180d
            """));

        Golden.assertMatches("check/many-changes.md", Rendered.of(text));
        assertThat(text.summary())
                .contains("3 teams become visible")
                .contains("he seats are over the budget of 2,500 USD")
                .contains("usage before May 24, 2026 is erased");
    }

    @Test
    void saysThatOtherWordsForTheSameChangeNothing() {
        CheckText text = PolicyCheckOutput.render(Reviews.of("seats:\n  idle_after: 28d\n", "seats: {idle_after: 4w}"));

        Golden.assertMatches("check/nothing-changes.md", Rendered.of(text));
        assertThat(text.state()).isEqualTo(CheckState.SUCCESS);
    }

    @Test
    void warnsOfNamesNobodyHas() {
        CheckText text = PolicyCheckOutput.render(Reviews.of("", """
            seats:
              exempt:
                - user: grce
                - team: on-call
            access:
              admin_teams: [no-such-team]
            """));

        Golden.assertMatches("check/unknown-names.md", Rendered.of(text));
        assertThat(text.state()).isEqualTo(CheckState.NEUTRAL);
        assertThat(text.annotations())
                .extracting(CheckAnnotation::startLine, CheckAnnotation::level)
                .containsExactly(tuple(3, CheckAnnotation.Level.WARNING), tuple(6, CheckAnnotation.Level.WARNING));
    }

    @Test
    void comparesWithTheLastValidPolicyWhereTheFileBeforeIsBroken() {
        Comparison pushed = new Comparison("main", true, true, "89abcde", true);

        CheckText text = PolicyCheckOutput.render(Reviews.of(pushed, "", "seats:\n  idle_after: 45d\n"));

        Golden.assertMatches("check/fixed.md", Rendered.of(text));
    }

    @Test
    void completesWhatIsNotLookedAt() {
        List<PolicyReviewResult> reviews = List.of(
                new PolicyReviewResult.Untouched(),
                new PolicyReviewResult.Superseded(7, Reviews.BASE),
                new PolicyReviewResult.Closed(7));
        String all = reviews.stream()
                .map(PolicyCheckOutput::render)
                .map(Rendered::of)
                .collect(Collectors.joining("\n"));

        Golden.assertMatches("check/not-looked-at.md", all);
        assertThat(reviews)
                .extracting(review -> PolicyCheckOutput.render(review).state())
                .containsExactly(CheckState.SKIPPED, CheckState.CANCELLED, CheckState.CANCELLED);
    }

    @Test
    void whatAFileHoldsCannotNotifyOrBreakATable() {
        CheckText text = PolicyCheckOutput.render(
                Reviews.of("", "seats:\n  exempt:\n    - {user: ada, reason: \"@acme/all | <b>#1</b> `x`\"}\n"));

        assertThat(text.summary()).contains("``user ada (@acme/all \\| <b>#1</b> `x`)``");
    }

    @Test
    void saysWhereExemptionsAreLeftOut() {
        DryRun dryRun = new DryRun(Reviews.effect(Policy.DEFAULTS), Reviews.effect(Policy.DEFAULTS), true, false, 0, 0);

        assertThat(DryRunWords.verdict(dryRun))
                .isEqualTo(
                        "Today's numbers do not change. Exemptions that are not in force are left out of these figures:"
                                + " two proposals that differ in one name would reveal that person's seat.");
    }

    @Test
    void staysWithinTheLimitsOfTheChecksApi() {
        String labels = IntStream.range(0, 1_000)
                .mapToObj(number -> "bad" + number + ": " + "x".repeat(200))
                .collect(Collectors.joining("\n"));

        CheckText text = PolicyCheckOutput.render(Reviews.of("", labels));

        assertThat(text.summary().length()).isLessThanOrEqualTo(65_535);
        assertThat(text.output().title().length()).isLessThanOrEqualTo(255);
        assertThat(text.annotations()).hasSizeLessThanOrEqualTo(200).hasSizeGreaterThan(50);
    }
}

package dev.flightlog.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.policy.EffectivePolicy.Setting;
import dev.flightlog.support.Golden;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicyExplanationTest {
    @Test
    void everyValueTellsWhereItComesFrom() {
        String lines = EffectivePolicy.of(PolicyFiles.valid(PolicyFiles.text("other.yml"))).settings().stream()
                .map(setting -> setting.path() + " = " + setting.value() + " · " + setting.origin() + "\n")
                .collect(Collectors.joining());

        Golden.assertMatches("policy/effective.txt", lines);
    }

    @Test
    void withoutAFileEverythingIsADefault() {
        assertThat(EffectivePolicy.of(PolicyResult.Valid.DEFAULTS).settings())
                .hasSize(PolicyKeys.ALL.size())
                .extracting(Setting::origin)
                .containsOnly("default");
    }

    @Test
    void theDiffTellsWhatChangesAndNotHowItIsWritten() {
        Policy base = PolicyFiles.valid(PolicyFiles.text("full.yml")).policy();
        Policy rewritten = PolicyFiles.valid(
                        PolicyFiles.text("full.yml").replace("14d", "2w").replace("12000", "12000.00"))
                .policy();
        Policy head = PolicyFiles.valid(PolicyFiles.text("full.yml")
                        .replace("30d", "45d")
                        .replace("min_team_size: 5", "min_team_size: 8")
                        .replace("  seats_usd_per_month: 12000", "")
                        .replace("    - team: on-call\n", ""))
                .policy();

        assertThat(PolicyDiff.between(base, rewritten)).isEmpty();
        assertThat(PolicyDiff.between(base, head))
                .containsExactly(
                        new PolicyDiff.Change("seats.idle_after", "30d", "45d"),
                        new PolicyDiff.Change(
                                "seats.exempt",
                                "user grace until 2027-01-31 (parental leave), team on-call",
                                "user grace until 2027-01-31 (parental leave)"),
                        new PolicyDiff.Change("budget.seats_usd_per_month", "12000", "none"),
                        new PolicyDiff.Change("privacy.min_team_size", "5", "8"));
    }

    @Test
    void aTimeThatOnlyFollowsAnotherIsNoChangeOfItsOwn() {
        Policy base = PolicyFiles.valid("seats:\n  idle_after: 45d\n").policy();
        Policy longer = PolicyFiles.valid("seats:\n  idle_after: 90d\n").policy();
        Policy both = PolicyFiles.valid("seats:\n  idle_after: 90d\nreviews:\n  idle_after: 120d\n")
                .policy();

        assertThat(PolicyDiff.between(base, longer))
                .containsExactly(new PolicyDiff.Change("seats.idle_after", "45d", "90d"));
        assertThat(PolicyDiff.between(base, both))
                .containsExactly(
                        new PolicyDiff.Change("seats.idle_after", "45d", "90d"),
                        new PolicyDiff.Change("reviews.idle_after", "60d", "120d"));
        assertThat(PolicyDiff.between(longer, both))
                .containsExactly(new PolicyDiff.Change("reviews.idle_after", "90d", "120d"));
    }

    @Test
    void namesThatNobodyHasAreWarnings() {
        PolicyResult.Valid file = PolicyFiles.valid("""
            summary:
              assignees: [ADA, greace]
              mention: ["@acme/platform", "@other/platform", "@acme/nobody"]
            seats:
              exempt:
                - team: on-cal
            access:
              admin_teams: [copilot-admins]
            """);

        assertThat(PolicyReferences.unknown(
                        file, "Acme", Set.of("ada", "Grace"), Set.of("platform", "on-call", "copilot-admins")))
                .extracting(Problem::describe)
                .containsExactly(
                        "2:20 warning: summary.assignees[1]: no member of Acme has the login \"greace\"; did you mean"
                                + " \"grace\"?",
                        "3:31 warning: summary.mention[1]: is a team of another organization; write @Acme/platform",
                        "3:50 warning: summary.mention[2]: no team of Acme has the slug \"nobody\"",
                        "6:13 warning: seats.exempt[0].team: no team of Acme has the slug \"on-cal\"; did you mean"
                                + " \"on-call\"?");
    }
}

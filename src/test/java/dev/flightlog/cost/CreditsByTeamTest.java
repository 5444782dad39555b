package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A month's AI credits by team: those of the days on which the team's credits may be shown, and of small teams none. */
class CreditsByTeamTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private static TestApplication app;
    private static long org;

    @BeforeAll
    static void load() {
        app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")));
        InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 42, 90, 9, 6)
                .punctual();
        app.github().installApp(acme.organization());
        app.runJobs();
        org = acme.organization().id();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void aTeamWhoseDaysMayAllBeShownHasWhatItsMembersUsed() {
        TeamCredits credits = app.bean(CreditsByTeam.class).of(org, NOVEMBER, 5);

        assertThat(credits.shown()).isNotEmpty();
        assertThat(credits.shown()).allSatisfy(team -> {
            assertThat(team.daysWithData()).isEqualTo(16);
            assertThat(team.days()).isBetween(1, 16);
            if (team.days() == 16) {
                assertThat(team.credits()).isEqualByComparingTo(ofMembers(team.slug()));
            } else {
                assertThat(team.credits()).isLessThan(ofMembers(team.slug()));
            }
        });
        assertThat(credits.shown()).anyMatch(team -> team.days() < 16);
    }

    @Test
    void noTeamOfFewIsShownAndTheyAreCounted() {
        TeamCredits credits = app.bean(CreditsByTeam.class).of(org, NOVEMBER, 5);
        List<String> few = app.query("select slug from team join team_member using (org_id, team_id)"
                + " join seat using (org_id, person_id) group by slug having count(*) < 5");

        assertThat(few).isNotEmpty();
        assertThat(credits.shown()).extracting(TeamCredits.Team::slug).doesNotContainAnyElementsOf(few);
        assertThat(credits.shown().size() + credits.hidden())
                .isEqualTo(Integer.parseInt(app.query("select count(distinct team_id) from usage_day"
                                + " join team using (org_id, team_id) where day >= '2026-11-01'")
                        .getFirst()));
    }

    /** Sums of other days cannot be compared. */
    @Test
    void mostCreditsComeFirstOfTeamsOfWhichAllDaysAreCountedAndThoseOfHardlyAnyDayLast() {
        List<TeamCredits.Team> shown =
                app.bean(CreditsByTeam.class).of(org, NOVEMBER, 5).shown();

        assertThat(shown)
                .isSortedAccordingTo(Comparator.comparing((TeamCredits.Team team) -> team.days() * 2 < 16)
                        .thenComparing(team -> team.days() < 16)
                        .thenComparing(
                                team -> team.days() < 16 ? BigDecimal.ZERO : team.credits(), Comparator.reverseOrder())
                        .thenComparing(TeamCredits.Team::slug));
    }

    @Test
    void aHigherThresholdShowsNobody() {
        assertThat(app.bean(CreditsByTeam.class).of(org, NOVEMBER, 1_000).shown())
                .isEmpty();
    }

    /** Plain SQL over people's days and who was in the team on each. */
    private static BigDecimal ofMembers(String slug) {
        return new BigDecimal(app.query("""
            select sum(ai_credits) from usage_user_day usage
             where day >= '2026-11-01' and exists (
                   select from usage_team_day team
                    where team.org_id = usage.org_id and team.day = usage.day and team.slug = '%s'
                      and usage.person_id = any (team.person_ids))
            """.formatted(slug)).getFirst());
    }
}

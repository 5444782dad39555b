package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.privacy.PeriodSuppression;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.VisibleTeam;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data of weeks change, and people ask before it is decided what may be shown of them. */
class UndecidedWeeksTest {
    private static final int LEAST = 5;

    private final TestApplication app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")));
    private InventedOrganization acme;
    private VisibleTeams visible;
    private List<IsoWeek> weeks;
    private long org;

    @BeforeEach
    void load() {
        acme = InventedOrganization.create(app.github().world(), "acme", 42, 60, 9, 4)
                .punctual();
        app.github().installApp(acme.organization());
        app.runJobs();
        visible = app.bean(VisibleTeams.class);
        org = acme.organization().id();
        weeks = app.query("select week from usage_week where team_id = 0 order by week desc").stream()
                .map(monday -> IsoWeek.of(LocalDate.parse(monday)))
                .toList();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void whoAsksOfALargeOrganizationDoesNotWaitAndIsToldWhatIsLeftOut() {
        String whole = reply("/copilot csv teams");
        manyRowsCome();
        String early = reply("/copilot csv teams");
        manyRowsCome();
        String team = reply("/copilot team platform");
        manyRowsCome();
        String teams = reply("/copilot teams");

        assertThat(rows(whole)).contains("platform,2026-W46,7,17,16").doesNotContain("left out");
        assertThat(early)
                .contains("**0 rows of teams by week.**", "2026-W46 and 3 earlier weeks are left out: the data have");
        assertThat(team).contains("There are no numbers of this time.", "2026-W46 and 3 earlier weeks are left out");
        assertThat(teams).contains("2026-W46 is left out");
        assertThat(reply("/copilot csv teams"))
                .as("asking had it decided")
                .contains(rows(whole))
                .doesNotContain("left out");
    }

    @Test
    void nothingIsShownByAnEarlierDecisionOnceTheDataHaveChanged() {
        LocalDate first = weeks.getLast().monday();
        LocalDate last = weeks.getFirst().sunday();
        assertThat(visible.in(org, weeks, LEAST)).containsOnlyKeys(weeks);

        manyRowsCome();

        assertThat(visible.undecided(org, weeks, LEAST)).isEqualTo(weeks);
        assertThat(visible.in(org, weeks, LEAST)).isEmpty();
        assertThat(visible.organizationIn(org, weeks, LEAST)).isEmpty();
        assertThat(visible.on(org, first, last, LEAST)).isEmpty();
        assertThat(visible.organizationOn(org, first, last, LEAST)).isEmpty();
        assertThat(visible.team(org, platform(), LEAST).in(weeks)).isEmpty();
        assertThat(visible.team(org, platform(), LEAST).on(first, last)).isEmpty();
        visible.decide(org, weeks, LEAST);
        assertThat(visible.in(org, weeks, LEAST)).containsOnlyKeys(weeks);
        app.runJobs();
    }

    /** The organization and single teams are read without all the others. */
    @Test
    void partsOfADecisionAreTheDecisionsParts() {
        LocalDate first = weeks.getLast().monday();
        LocalDate last = weeks.getFirst().sunday();
        Map<IsoWeek, PeriodSuppression> byWeek = visible.in(org, weeks, LEAST);
        Map<LocalDate, PeriodSuppression> byDay = visible.on(org, first, last, LEAST);

        assertThat(byDay).isNotEmpty();
        byWeek.forEach((week, decided) ->
                assertThat(visible.organizationIn(org, weeks, LEAST)).containsEntry(week, decided.organization()));
        byDay.forEach((day, decided) ->
                assertThat(visible.organizationOn(org, first, last, LEAST)).containsEntry(day, decided.organization()));
        for (Team team : acme.organization().teams()) {
            VisibleTeam one = visible.team(org, team.id(), LEAST);
            Map<IsoWeek, Suppressed> inWeeks = one.in(weeks);
            Map<LocalDate, Suppressed> onDays = one.on(first, last);
            byWeek.forEach((week, decided) -> assertThat(inWeeks.getOrDefault(week, Suppressed.everything(LEAST)))
                    .isEqualTo(decided.of(team.id())));
            byDay.forEach((day, decided) -> assertThat(onDays.getOrDefault(day, Suppressed.everything(LEAST)))
                    .isEqualTo(decided.of(team.id())));
        }
    }

    /** As after a report of many people: so many that nobody who asks waits until it is decided what may be shown. */
    private void manyRowsCome() {
        app.execute("update usage_day set people = people + 30000 where team_id = 0");
    }

    /** What follows the marker, which is another one for each reply. */
    private static String rows(String reply) {
        return reply.substring(reply.indexOf('\n'));
    }

    private long platform() {
        return acme.organization().teams().stream()
                .filter(team -> team.slug().equals("platform"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String reply(String command) {
        Issue issue = app.github()
                .people()
                .openIssue(acme.organization().governance(), acme.admin().login(), "Question", "Here");
        app.runJobs();
        app.github().people().comment(issue, acme.admin().login(), command);
        app.runJobs();
        return issue.commentsOf(app.github().bot()).getFirst().body();
    }
}

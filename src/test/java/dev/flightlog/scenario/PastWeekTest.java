package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.Summaries;
import dev.flightlog.summary.SummaryWeek;
import dev.flightlog.summary.TeamFigures;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.summary.text.SummaryHeadline;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that was installed today is asked about a week of two months ago: of the seats of then nothing is known. */
class PastWeekTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final InventedOrganization acme = InventedOrganization.create(
                    app.github().world(), "acme", 46, 60, 9, 10)
            .punctual();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void nothingRestsOnTheSeatsOfToday() {
        app.github().installApp(acme.organization());
        app.runJobs();
        while (app.query("select 1 from source_read where source = 'history' and succeeded_at is not null")
                .isEmpty()) {
            app.pass(Duration.ofSeconds(5));
        }
        IsoWeek week = oldestWholeWeek();
        assertThat(week.sunday()).isBefore(LocalDate.parse("2026-10-01"));

        WeeklySummary known = summary(week).summary();
        assertThat(known.seatsKnown()).isEqualTo(new SeatsKnown.NotOfThatTime());
        assertThat(known.seats()).isNull();
        assertThat(known.thisWeek().seats()).isNull();
        assertThat(known.thisWeek().seatsUsed()).isNull();
        assertThat(known.decisions()).isEmpty();
        assertThat(known.credits().included()).isNull();
        assertThat(known.teams().shown())
                .isNotEmpty()
                .extracting(TeamFigures.Team::seats)
                .containsOnlyNulls();

        assertThat(answer("/copilot summary " + week))
                .contains("Seats of that week are not known.")
                .contains("How many people of a team held one in that week is not known.")
                .doesNotContain("Teams are shown by how many of their people hold a seat")
                .doesNotContain(
                        "People with a seat",
                        "% of seats",
                        "is idle",
                        "are idle",
                        "idle seats",
                        "were used this week",
                        "- [ ] ")
                .doesNotContain("Nothing needs a decision");
    }

    @Test
    void aWeekOfWhichTheSeatsWereReadIsToldWithThem() {
        app.github().installApp(acme.organization());
        app.runJobs();
        app.pass(Duration.ofDays(13));

        WeeklySummary known = summary(IsoWeek.of(LocalDate.parse("2026-11-16"))).summary();
        assertThat(known.thisWeek().seats()).isNotNull();
        assertThat(known.teams().shown())
                .isNotEmpty()
                .extracting(TeamFigures.Team::seats)
                .doesNotContainNull();
    }

    /** Seats that were given after the week are none that the week could have used. */
    @Test
    void thePostOfAWeekTakesTheSeatsThatWereHeldInIt() {
        app.github().installApp(acme.organization());
        app.runJobs();
        app.pass(Duration.ofDays(4));
        IsoWeek week = IsoWeek.of(LocalDate.parse("2026-11-16"));
        int then = Integer.parseInt(
                app.query("select seats from seat_day where day <= '2026-11-22' order by day desc limit 1")
                        .getFirst());
        List<String> givenBack = app.query("select login from seat join usage_user_day used using (org_id, person_id)"
                + " where ended_at is null and day between '2026-11-16' and '2026-11-20' and active"
                + " group by login order by login limit 1");
        app.pass(Duration.ofHours(20));
        acme.organization()
                .removeSeat(acme.organization().seats().stream()
                        .map(Seat::assignee)
                        .filter(person -> person.login().equals(givenBack.getFirst()))
                        .findFirst()
                        .orElseThrow());
        for (int number = 1; number <= 12; number++) {
            acme.organization().seat(Seat.direct(acme.organization().addMember("newcomer-" + number), clock.instant()));
        }
        app.pass(Duration.ofDays(3));

        WeeklySummary known = summary(week).summary();
        assertThat(Objects.requireNonNull(known.seats()).total()).isEqualTo(then + 11);
        assertThat(known.thisWeek().seats()).isEqualTo(then);
        assertThat(known.thisWeek().seatsUsed())
                .isEqualTo(Integer.valueOf(app.query("select count(distinct person_id) from usage_user_day join seat"
                                + " using (org_id, person_id) where day between '2026-11-16' and '2026-11-22'"
                                + " and active and login not like 'newcomer-%'")
                        .getFirst()));
        assertThat(SummaryHeadline.render(known))
                .startsWith("**" + known.thisWeek().seatsUsed() + " of " + then
                        + " seats were used this week, and of the " + (then + 11) + " held now ");
    }

    private IsoWeek oldestWholeWeek() {
        return IsoWeek.of(LocalDate.parse(app.query("select min(week) from usage_week where team_id = 0 and days = 7")
                .getFirst()));
    }

    private SummaryWeek summary(IsoWeek week) {
        return app.bean(Summaries.class)
                .of(
                        Objects.requireNonNull(app.bean(OrganizationStore.class)
                                .byId(acme.organization().id())),
                        week)
                .orElseThrow();
    }

    private String answer(String command) {
        Issue issue = acme.organization().governance().issues().getFirst();
        app.github().people().comment(issue, acme.admin().login(), command);
        app.runJobs();
        return issue.commentsOf(app.github().bot()).stream()
                .map(Comment::body)
                .toList()
                .getLast();
    }
}

package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.fake.report.TeamShape;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a first load asks of GitHub: little, a few things at a time, and never more than GitHub's limits allow. */
class FirstLoadRequestsTest {
    private static final int PEOPLE = 250;
    private static final int TEAMS = 40;
    /** Of the organization; each page has 100 people. */
    private static final int MAX_AT_ONCE = 6 + 8;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(
            clock, FakeGitHub.start(FakeApp.generate(), clock), Map.of("flightlog.github.points-per-minute", 800));
    private final InventedOrganization acme = InventedOrganization.create(
                    app.github().world(), "acme", 42, PEOPLE, TEAMS, 4, TeamShape.TREE)
            .punctual();

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void staysBelowGitHubsLimitsAndAsksForManyTeamsAtOnce() {
        app.github().secondaryLimits().enforce();
        app.github().installApp(acme.organization());
        app.runJobs();

        expectEveryTeamWhole();
        assertThat(requests("/graphql"))
                .as("38 teams, the top one of two pages")
                .isBetween(2L, 4L);
        assertThat(requests("/orgs/acme/teams/.*/members.*")).isZero();
        assertThat(app.github().secondaryLimits().mostAtOnce()).isBetween(2, MAX_AT_ONCE);
        assertThat(acme.organization().governance().issues()).hasSize(1);
        assertThat(app.github().violations()).isEmpty();
    }

    @Test
    void whereGraphQlRefusesEachTeamIsAskedFor() {
        app.github().faults().always("POST /graphql", Fault.status(404));
        app.github().installApp(acme.organization());
        app.runJobs();

        expectEveryTeamWhole();
        assertThat(requests("/graphql")).isEqualTo(1);
        assertThat(requests("/orgs/acme/teams/.*/members.*"))
                .isGreaterThanOrEqualTo(acme.organization().teams().size());
    }

    @Test
    void aTeamThatGraphQlDoesNotShowIsAskedFor() {
        Team gone = acme.organization().teams().getLast();
        app.github()
                .faults()
                .next(
                        "POST /graphql",
                        1,
                        Fault.meanwhile(() -> acme.organization().remove(gone)));
        app.github().installApp(acme.organization());
        app.runJobs();

        assertThat(slugs()).doesNotContain(gone.slug());
        expectEveryTeamWhole();
    }

    private List<String> slugs() {
        return app.query("select slug from team");
    }

    private void expectEveryTeamWhole() {
        for (Team team : acme.organization().teams()) {
            assertThat(app.query("select person_id from team_member where team_id = " + team.id() + " order by 1"))
                    .as(team.slug())
                    .isEqualTo(team.members().stream()
                            .map(member -> member.person().id())
                            .sorted()
                            .map(String::valueOf)
                            .toList());
        }
        assertThat(app.query("select count(*) from person where role <> 'none'"))
                .containsExactly(Integer.toString(PEOPLE));
    }

    private long requests(String path) {
        return app.github().requests().stream()
                .filter(request -> request.path().matches(path))
                .count();
    }
}

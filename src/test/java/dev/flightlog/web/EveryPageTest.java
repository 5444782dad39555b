package dev.flightlog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in every role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    private static final int MOST_BYTES = 150 * 1024;

    private final Site site = new Site();

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void anAdminOpensEveryPage() {
        String session = site.admin();
        for (String path : site.pages()) {
            HttpResponse<String> page = site.get(path, session);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("</html>").hasSizeLessThan(MOST_BYTES);
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/teams", "/teams/platform", "/repositories", "/me", "/policy"})
    void aMemberOpensWhatIsForMembers(String page) {
        assertThat(site.get("/orgs/acme" + page, site.developer()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/seats", "/reviews", "/reviews/1", "/reviews/99", "/cost", "/status", "/people/nobody"})
    void aMemberIsToldWhatIsForAdmins(String page) {
        HttpResponse<String> refused = site.get("/orgs/acme" + page, site.developer());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This page is for admins");
    }

    @Test
    void aMemberSeesNoTabOfAnAdmin() {
        assertThat(site.get("/orgs/acme", site.developer()).body())
                .contains("/orgs/acme/me")
                .doesNotContain(
                        "/orgs/acme/seats\"", "/orgs/acme/reviews\"", "/orgs/acme/cost\"", "/orgs/acme/status\"");
    }

    @Test
    void whatOneMayNotSeeLooksLikeWhatIsNotThere() {
        String developer = site.developer();
        for (List<String> pair : List.of(
                List.of("/orgs/umbrella", "/orgs/no-such-one"),
                List.of("/orgs/umbrella/seats", "/orgs/no-such-one/seats"),
                List.of("/orgs/acme/teams/" + site.foreignTeam(), "/orgs/acme/teams/no-such-one"),
                List.of(
                        "/orgs/acme/teams/" + site.foreignTeam() + "/days.csv",
                        "/orgs/acme/teams/no-such-one/days.csv"),
                List.of("/orgs/acme/people/" + site.acme.lead().login(), "/orgs/acme/people/no-such-one"))) {
            HttpResponse<String> closed = site.get(pair.getFirst(), developer);
            HttpResponse<String> absent = site.get(pair.getLast(), developer);
            assertThat(closed.statusCode()).as(pair.getFirst()).isEqualTo(absent.statusCode());
            assertThat(closed.body()).isEqualTo(absent.body());
        }
        assertThat(site.get("/portfolio", developer).statusCode()).isEqualTo(404);
        assertThat(site.get("/orgs/acme", site.outsider()).statusCode()).isEqualTo(404);
    }

    @Test
    void tablesAreThereToDownload() {
        HttpResponse<String> seats = site.get("/orgs/acme/seats.csv", site.admin());
        HttpResponse<String> days = site.get("/orgs/acme/teams/platform/days.csv?period=28d", site.developer());

        assertThat(seats.body()).startsWith("report_time,login,last_authenticated_at,last_activity_at");
        assertThat(seats.body().lines().count()).isGreaterThan(50);
        assertThat(days.body()).startsWith("date,active_users,acceptance_rate").contains("\"2026-11-");
        assertThat(site.get("/orgs/acme/seats.csv", site.developer()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whereThePolicySaysNeverNoSeatIsDownloaded() {
        site.policy("version: 1\nprivacy:\n  names: never\n");
        try {
            HttpResponse<String> seats = site.get("/orgs/acme/seats.csv", site.admin());
            assertThat(seats.statusCode()).isEqualTo(403);
            assertThat(seats.body()).contains("People are not named here").doesNotContain("report_time");
            assertThat(site.get("/orgs/acme/people/" + site.acme.developer().login(), site.admin())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(site.get("/orgs/acme/seats", site.admin()).body())
                    .doesNotContain("unused-1", site.acme.developer().login());
        } finally {
            site.policy("version: 1\n");
        }
        assertThat(site.get("/orgs/acme/seats.csv", site.admin()).statusCode()).isEqualTo(200);
    }

    /** Of a language that one person writes, the lines would be that person's. */
    @Test
    void whatTooFewPeopleUsedIsNamedOnNoPage() {
        List<String> rare = site.application.query("""
            select value from usage_breakdown_day
            where team_id = 0 and dimension = 'language' group by value having max(coalesce(people, 0)) < 5
            """);
        List<String> frequent = site.application.query("""
            select value from usage_breakdown_day
            where team_id = 0 and dimension = 'language' and day between date '2026-11-09' and date '2026-11-15'
            group by value having min(coalesce(people, 0)) >= 5
            """);
        assertThat(rare).isNotEmpty();
        assertThat(frequent).isNotEmpty();

        String week = site.get("/orgs/acme?from=2026-11-09&to=2026-11-15", site.developer())
                .body();
        assertThat(frequent).anySatisfy(language -> assertThat(week).contains(">" + language + "<"));
        for (String period : List.of("?period=28d", "?period=1y", "?from=2026-11-11&to=2026-11-11")) {
            String page = site.get("/orgs/acme" + period, site.developer()).body();
            assertThat(rare).allSatisfy(language -> assertThat(page).as(period).doesNotContain(">" + language + "<"));
        }
    }

    @Test
    void whoIsInOneOrganizationGoesThere() {
        HttpResponse<String> home = site.get("/", site.developer());

        assertThat(home.statusCode()).isEqualTo(303);
        assertThat(home.headers().firstValue("Location")).hasValue("/orgs/acme");
    }

    @Test
    void anOutsiderIsToldTheNextStep() {
        assertThat(site.get("/", site.outsider()).body())
                .contains("You are not a member of an organization that uses this server", "SAML");
    }

    @Test
    void whoIsSignedOutIsSentToTheStart() {
        HttpResponse<String> page = site.get("/orgs/acme/seats", "");

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).hasValue("/");
        assertThat(site.get("/", "").body()).contains("Sign in with GitHub");
    }
}

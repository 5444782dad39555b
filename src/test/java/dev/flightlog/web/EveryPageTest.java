package dev.flightlog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in every role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

    private static final int MAX_BYTES = 150 * 1024;

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
            assertThat(page.body()).as(path).contains("</html>").hasSizeLessThan(MAX_BYTES);
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
        String page = site.get("/orgs/acme", site.developer()).body();
        assertThat(page.substring(page.indexOf("<nav class=\"tabs\""), page.indexOf("<main")))
                .contains("/orgs/acme/me")
                .doesNotContain(
                        "/orgs/acme/seats\"", "/orgs/acme/reviews\"", "/orgs/acme/cost\"", "/orgs/acme/status\"");
    }

    /** Sentences that posts and pages share name commands of admins too: to a member they are no links. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/me", "/teams", "/teams/platform", "/policy", "/repositories"})
    void noLinkOfAMembersPageIsRefused(String page) {
        String developer = site.developer();
        List<String> refused = LINK.matcher(
                        site.get("/orgs/acme" + page, developer).body())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .distinct()
                .filter(link -> site.get(link, developer).statusCode() >= 400)
                .toList();

        assertThat(refused).isEmpty();
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
                List.of(
                        "/orgs/acme/teams/" + site.foreignTeam() + "/days.json",
                        "/orgs/acme/teams/no-such-one/days.json"),
                List.of("/orgs/acme/people/" + site.acme.lead().login(), "/orgs/acme/people/no-such-one"))) {
            site.application.github().forgetRequests();
            HttpResponse<String> closed = site.get(pair.getFirst(), developer);
            int asked = site.application.github().requests().size();
            HttpResponse<String> absent = site.get(pair.getLast(), developer);
            assertThat(closed.statusCode()).as(pair.getFirst()).isEqualTo(absent.statusCode());
            assertThat(closed.body()).isEqualTo(absent.body());
            assertThat(closed.headers().map().keySet())
                    .isEqualTo(absent.headers().map().keySet());
            assertThat(asked)
                    .as("a question to GitHub takes longer than anything else: %s", pair)
                    .isEqualTo(site.application.github().requests().size() - asked);
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
        HttpResponse<String> json = site.get("/orgs/acme/teams/platform/days.json?period=28d", site.developer());
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(json.body()).contains("\"slug\":\"platform\"", "\"date\":\"2026-11-", "\"active_members\":");
        assertThat(site.get("/orgs/acme/seats.csv", site.developer()).statusCode())
                .isEqualTo(403);
    }

    /** As for {@code /copilot seats idle} and the API's {@code state=idle}. */
    @Test
    void whoNeverUsedASeatIsAmongTheIdle() {
        List<String> used =
                site.application.query("select count(*) from flightlog.seats where org = 'acme' and state = 'idle'");
        List<String> both = site.application.query(
                "select count(*) from flightlog.seats where org = 'acme' and state in ('idle', 'never_used')");

        assertThat(both).isNotEqualTo(used);
        assertThat(site.get("/orgs/acme/seats?state=idle", site.admin()).body()).contains(both.getFirst() + " seats");
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

    @Test
    void whatFewPeopleUseIsNotNamedOnADayOrOverTime() {
        List<String> rare =
                site.application.query("""
                    select distinct day || ' ' || value from usage_breakdown_day
                    where org_id = %d and team_id = 0 and people < 5 and dimension = 'language'
                      and day > date '2026-11-02' and day <= date '2026-11-15'
                    """.formatted(site.acme.organization().id()));

        assertThat(rare).isNotEmpty();
        for (String line : rare) {
            String[] dayAndName = line.split(" ", 2);
            assertThat(site.get(
                                    "/orgs/acme?from=" + dayAndName[0] + "&to=" + dayAndName[0] + "&by=day",
                                    site.developer())
                            .body())
                    .as(line)
                    .contains("</html>")
                    .doesNotContain("<th scope=\"row\">" + dayAndName[1] + "<svg");
        }
    }

    @Test
    void aTeamsPageNamesWhatEnoughOfItsPeopleUse() {
        List<String> frequent = site.application.query("""
            select value from usage_breakdown_day usage join team using (org_id, team_id)
            where slug = 'platform' and dimension = 'language' and value not in ('other', 'others') and day between date '2026-10-22' and date '2026-11-16'
            group by value having max(people) >= 5 order by max(people) desc, value
            """);
        List<String> rare = site.application.query("""
            select value from usage_breakdown_day usage join team using (org_id, team_id)
            where slug = 'platform' and dimension = 'language' and value not in ('other', 'others')
            group by value having max(people) < 5
            """);
        String page = site.get("/orgs/acme/teams/platform?from=2026-10-22&to=2026-11-16", site.developer())
                .body();

        assertThat(frequent).isNotEmpty();
        assertThat(rare).isNotEmpty();
        assertThat(page).contains("<th scope=\"row\">Languages</th><td>" + String.join(" · ", frequent) + "</td>");
        String names = page.substring(page.indexOf("What they work with"));
        rare.forEach(name -> assertThat(names).doesNotContain(name));
    }

    /** No figure, no "none" and no "too few": the cause, and what to do. */
    @Test
    void seatsThatWereNeverReadAreNotNone() {
        String admin = site.admin();
        String me = "/orgs/acme/people/" + site.acme.developer().login();
        site.application.execute("update source_read set outcome = 'failed', succeeded_at = null"
                + ", detail = 'GitHub refuses them. An owner grants it.' where source = 'seats'");
        try {
            String cause = "Seats could not be read: GitHub refuses them. An owner grants it.";
            assertThat(site.get("/orgs/acme/seats", admin).body())
                    .contains(cause, "Seats are not known")
                    .doesNotContain(
                            "No seat fits", "GitHub does not name", "0 seats", "class=\"figure\"", "Start a seat");
            assertThat(site.get("/orgs/acme/seats.csv", admin).statusCode()).isEqualTo(503);
            for (String path : List.of(me, "/orgs/acme/me")) {
                assertThat(site.get(path, path.equals(me) ? admin : site.developer())
                                .body())
                        .contains(cause, "Whether there is a seat is not known.")
                        .doesNotContain("There is no Copilot seat", "You have no Copilot seat");
            }
            assertThat(site.get("/orgs/acme/me", site.newcomer()).body()).doesNotContain("You have no Copilot seat");
            assertThat(site.get("/orgs/acme/teams", admin).body())
                    .contains("Teams are shown by how many of their people hold a seat", cause)
                    .doesNotContain("0 teams", "Too few people", "teams hidden");
            assertThat(site.get("/orgs/acme/teams", site.developer()).body())
                    .contains(cause)
                    .doesNotContain("0 teams", "Too few people");
            assertThat(site.get("/orgs/acme/cost", admin).body())
                    .contains(cause)
                    .doesNotContain("0 seats");
            assertThat(site.get("/portfolio", admin).body())
                    .contains("The seats of 2 organizations are not known.")
                    .doesNotContain("0 seats", ">0<");
        } finally {
            site.application.execute("update source_read set outcome = 'read', succeeded_at = timestamptz '" + Site.NOW
                    + "', detail = null where source = 'seats'");
        }
    }

    @Test
    void oldSeatsHaveTheirDate() {
        site.application.execute("update source_read set succeeded_at = timestamptz '2026-10-09 10:00Z'"
                + " where source = 'seats' and org_id = "
                + site.acme.organization().id());
        try {
            assertThat(site.get("/orgs/acme/teams", site.admin()).body()).contains("People with a seat as of Oct 9");
            assertThat(site.get("/orgs/acme/teams/platform", site.admin()).body())
                    .contains(" a seat as of Oct 9.")
                    .containsPattern(">as of Oct 9<");
            assertThat(site.get("/orgs/acme/seats.csv", site.admin()).body()).contains("\n2026-10-09T10:00:00Z,");
            assertThat(site.get("/portfolio", site.admin()).body()).contains(" as of Oct 9</td>");
            assertThat(site.get("/orgs/acme/status", site.admin()).body())
                    .contains("No new seats data since Oct 9", ">no new data<")
                    .doesNotContain("Nothing is wrong", "All is well");
        } finally {
            site.application.execute(
                    "update source_read set succeeded_at = timestamptz '" + Site.NOW + "' where source = 'seats'");
        }
    }

    /** Sums are those of the days that may be shown, and say so; AI credits are money, and always shown. */
    @Test
    void aMonthWithASundayOfFewPeopleIsNotEmpty() {
        String page =
                site.get("/orgs/acme?period=12w&by=month", site.developer()).body();
        String table = page.substring(page.indexOf("<table id=\"series\">"), page.indexOf("</table>"));

        assertThat(table)
                .contains("Oct 2026")
                .containsPattern("<td class=\"r\">at least [0-9,]+</td><td class=\"r\">[0-9,]+<");
        assertThat(table).containsPattern("<td class=\"r\">[0-9.]+.%</td>");
    }

    /** Nobody listed the seats of a week before the installation, so nobody knows what moved in it. */
    @Test
    void seatsGivenBeforeTheFirstListingAreNotNone() {
        String page =
                site.get("/orgs/acme?period=12w&by=week", site.developer()).body();
        String table = page.substring(page.indexOf("<table id=\"series\">"));

        assertThat(Pattern.compile("<td class=\"r\">([^<]*)</td><td class=\"r\">([^<]*)</td></tr>")
                        .matcher(table.substring(0, table.indexOf("</table>")))
                        .results()
                        .map(row -> row.group(1) + row.group(2)))
                .isNotEmpty()
                .containsOnly("––");
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

package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.policy.Policy;
import dev.flightlog.session.AccessTokens;
import dev.flightlog.session.SessionHash;
import dev.flightlog.session.Sessions;
import dev.flightlog.session.SignedIn;
import dev.flightlog.session.TokenMade;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.text.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over generated organizations: post, command, API and page tell the same figures at the same moment. */
class SameFiguresEverywhereTest {
    private static final Pattern ROW = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);
    private static final Pattern FIGURE =
            Pattern.compile("<h[23] class=\"what\">(.*?)</h[23]>\\s*<p class=\"value\">(.*?)</p>", Pattern.DOTALL);
    private static final Pattern USED =
            Pattern.compile("\\*\\*(\\d+) of .*? (?:was|were) used this week,.* (\\d+) in the last 30 days");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.ENGLISH);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEEK = "2026-W46";
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-09");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({"7, 150, 12", "42, 60, 9", "2026, 35, 9"})
    void atTheSameMoment(long seed, int people, int teams) {
        FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
        InventedOrganization acme = InventedOrganization.create(github.world(), "acme", seed, people, teams, 10)
                .punctual();
        // Its people use Copilot, so that seats are used and not in state active.
        acme.organization()
                .governance()
                .history()
                .commit(
                        "main",
                        acme.admin(),
                        "Policy",
                        Map.of(Policy.FILE, "version: 1\nseats:\n  exempt:\n    - team: platform\n"));
        try (TestApplication app = TestApplication.start(
                clock,
                github,
                Map.of(
                        "flightlog.github.client-id",
                        github.app().clientId(),
                        "flightlog.github.client-secret",
                        "not-a-secret"))) {
            github.installApp(acme.organization());
            app.runJobs();
            Sources sources = new Sources(app, acme);
            theWeek(sources);
            theDays(sources);
            aTeam(sources, "platform");
            theTeams(sources);
            theSeats(sources);
            theSeatsUsed(sources);
            theCost(sources);
        }
    }

    private static void theWeek(Sources sources) {
        String post = sources.post().body();
        String command = sources.command("/copilot summary " + WEEK);
        String api = sources.api("/summaries/" + WEEK).path("markdown").asText();
        Map<String, String> page = sources.figures("");
        List<String> week = sources.row("?by=week", "2026-W46 (Nov 9 – 15)");

        for (String name :
                List.of("Active users", "Acceptance rate", "Agent users", "Chat users", "CLI users", "AI credits")) {
            String posted = bare(PostedFigures.of(post).cell(name, 1));
            assertThat(bare(PostedFigures.of(command).cell(name, 1))).as(name).isEqualTo(posted);
            assertThat(bare(PostedFigures.of(api).cell(name, 1))).as(name).isEqualTo(posted);
            assertThat(bare(page.getOrDefault(name, "not there"))).as(name).isEqualTo(posted);
            assertThat(week.get(column(name))).as(name).isEqualTo(posted);
        }
        assertThat(bare(page.getOrDefault("Seats", "not there")))
                .isEqualTo(bare(PostedFigures.of(post).cell("Seats", 1)));
        BigDecimal credits = BigDecimal.ZERO;
        int withheld = 0;
        for (JsonNode day : sources.api("/usage?since=" + MONDAY + "&until=" + MONDAY.plusDays(6))
                .path("data")) {
            JsonNode ofDay = day.at("/totals/ai_credits");
            withheld += ofDay.isNull() ? 1 : 0;
            credits = credits.add(ofDay.isNull() ? BigDecimal.ZERO : ofDay.decimalValue());
        }
        // Days of too few people are withheld, and never one alone: the week less the others would be that day.
        assertThat(withheld).isNotEqualTo(1);
        if (withheld == 0) {
            assertThat(whole(credits)).isEqualTo(bare(PostedFigures.of(post).cell("AI credits", 1)));
        }
    }

    /** In the table of the organization's page. */
    private static int column(String name) {
        return List.of(
                        "",
                        "Active users",
                        "Acceptance rate",
                        "Chat users",
                        "Agent users",
                        "CLI users",
                        "App users",
                        "Cloud",
                        "Lines",
                        "AI credits")
                .indexOf(name);
    }

    /** Exempt and ending seats that were used are used, and seats used this week were used in the last 30 days. */
    private static void theSeatsUsed(Sources sources) {
        JsonNode overview = sources.api("/overview");
        int used = overview.path("used_seats").asInt();
        assertThat(used).isGreaterThan(overview.at("/states/active").asInt());
        assertThat(sources.app.query("""
                select count(*) from flightlog.seats
                where ended_at is null and last_known_activity >= timestamptz '2026-11-18T09:00:00Z' - interval '30 days'
                """)).containsExactly(String.valueOf(used));
        for (String told : List.of(sources.post().body(), sources.command("/copilot summary " + WEEK))) {
            Matcher sentence = USED.matcher(told);
            assertThat(sentence.find()).as(told).isTrue();
            assertThat(sentence.group(2)).isEqualTo(Numbers.count(used));
            assertThat(Integer.parseInt(sentence.group(1))).isLessThanOrEqualTo(used);
        }
    }

    private static void theDays(Sources sources) {
        String page = sources.page("?from=2026-11-03&to=2026-11-16&by=day");
        JsonNode days = sources.api("/usage?since=2026-11-03&until=2026-11-16").path("data");
        assertThat(days).hasSize(14);
        for (JsonNode day : days) {
            List<String> row =
                    row(page, DAY.format(LocalDate.parse(day.path("date").asText())));
            assertThat(same(row.get(1), day.path("active_users")))
                    .as("%s %s", row, day)
                    .isTrue();
            assertThat(same(row.get(3), day.path("chat_users")))
                    .as("%s %s", row, day)
                    .isTrue();
            assertThat(same(row.get(4), day.path("agent_users")))
                    .as("%s %s", row, day)
                    .isTrue();
            assertThat(same(row.get(5), day.path("cli_users")))
                    .as("%s %s", row, day)
                    .isTrue();
            assertThat(same(row.get(9), day.at("/totals/ai_credits")))
                    .as("%s %s", row, day)
                    .isTrue();
        }
    }

    private static void aTeam(Sources sources, String team) {
        String command = sources.command("/copilot team " + team);
        String weeks = sources.page("/teams/" + team + "?by=week");
        List<List<String>> asked = markdownRows(command, "2026-W");
        assertThat(asked).isNotEmpty();
        for (List<String> row : asked) {
            String label = row.getFirst();
            List<String> shown = row(weeks, label);
            assertThat(shown.subList(1, 8))
                    .as("%s of %s", label, team)
                    .containsExactly(
                            row.get(1), row.get(3), row.get(5), row.get(4), row.get(6), row.get(7), row.get(8));
            // The command compares the oldest week that it lists with nothing.
            if (!row.equals(asked.getLast())) {
                assertThat(shown.get(8)).as("%s of %s", label, team).isEqualTo(row.get(2));
            }
        }
        String days = sources.page("/teams/" + team + "?from=2026-11-03&to=2026-11-16&by=day");
        String csv = sources.page("/teams/" + team + "/days.csv?from=2026-11-03&to=2026-11-16");
        JsonNode history =
                sources.api("/teams/" + team + "/history?since=2026-11-03").path("data");
        assertThat(sources.json("/teams/" + team + "/days.json?from=2026-11-03&to=2026-11-18")
                        .path("data"))
                .isEqualTo(history);
        for (JsonNode day : history) {
            List<String> row =
                    row(days, DAY.format(LocalDate.parse(day.path("date").asText())));
            assertThat(same(row.get(1), day.path("active_members")))
                    .as("%s %s", row, day)
                    .isTrue();
            assertThat(same(row.get(4), day.path("agent_members")))
                    .as("%s %s", row, day)
                    .isTrue();
            assertThat(same(row.get(7), day.at("/totals/ai_credits")))
                    .as("%s %s", row, day)
                    .isTrue();
            assertThat(csv).contains("\"" + day.path("date").asText() + "\",\"" + row.get(1) + "\"");
        }
    }

    private static void theTeams(Sources sources) {
        String page = sources.page("/teams");
        JsonNode api = sources.api("/teams?per_page=100");
        List<List<String>> asked = markdownRows(sources.command("/copilot teams"), "").stream()
                .filter(row -> row.size() == 8 && row.get(1).startsWith("`"))
                .toList();
        assertThat(api.path("teams")).hasSize(asked.size());
        for (List<String> row : asked) {
            String slug = row.get(1).replace("`", "");
            List<String> shown = rows(page).stream()
                    .filter(cells -> cells.getFirst().endsWith(" " + slug))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(slug + " is not on the page"));
            assertThat(shown).as(slug).contains(row.get(2), row.get(3), row.get(5), row.get(7));
            for (JsonNode team : api.path("teams")) {
                if (team.path("slug").asText().equals(slug)) {
                    assertThat(team.path("seats").asText()).as(slug).isEqualTo(row.get(2));
                }
            }
        }
    }

    private static void theSeats(Sources sources) {
        String command = sources.command("/copilot seats all limit=1");
        JsonNode overview = sources.api("/overview");
        String page = sources.page("/seats");
        int seats = overview.path("seats").asInt();
        assertThat(command)
                .contains(seats + " seats for "
                        + Numbers.usd(overview.path("monthly_cost_usd").decimalValue()) + " a month; "
                        + overview.at("/idle/seats").asInt() + " of them idle.");
        assertThat(sources.page("/seats.csv").lines().count() - 1).isEqualTo(seats);
        overview.path("states").fields().forEachRemaining(state -> {
            if (state.getValue().asInt() > 0) {
                String name = state.getKey().replace('_', ' ');
                assertThat(markdownRows(command, name).getFirst().get(1))
                        .as(name)
                        .isEqualTo(state.getValue().asText());
                assertThat(page)
                        .as(name)
                        .containsPattern("state=" + state.getKey() + "\"[^>]*>[^<]*</a></h2>\\s*<p class=\"value\">"
                                + state.getValue().asInt() + "</p>");
                assertThat(sources.api("/seats?state=" + state.getKey())
                                .path("total_seats")
                                .asInt())
                        .as(name)
                        .isEqualTo(
                                name.equals("idle")
                                        ? overview.at("/idle/seats").asInt()
                                        : state.getValue().asInt());
            }
        });
    }

    private static void theCost(Sources sources) {
        String command = sources.command("/copilot cost");
        JsonNode overview = sources.api("/overview");
        Map<String, String> page = sources.figures("/cost");
        List<String> month = sources.row("/cost", "November 2026");
        assertThat(markdownRows(command, "Seats now").getFirst().get(1))
                .isEqualTo(overview.path("seats").asText())
                .isEqualTo(page.get("Seats"))
                .isEqualTo(month.get(1));
        assertThat(markdownRows(command, "Cost of the seats").getFirst().get(1))
                .isEqualTo(Numbers.usd(overview.path("monthly_cost_usd").decimalValue()))
                .isEqualTo(month.get(2));
        assertThat(markdownRows(command, "AI credits used").getFirst().get(1))
                .isEqualTo(whole(overview.at("/ai_credits/used").decimalValue()))
                .isEqualTo(page.get("AI credits used"))
                .isEqualTo(month.get(3));
        assertThat(markdownRows(command, "AI credits included").getFirst().get(1))
                .isEqualTo(whole(overview.at("/ai_credits/included").decimalValue()))
                .isEqualTo(month.get(4));
        assertThat(markdownRows(command, "AI credits by the end").getFirst().get(1))
                .startsWith(whole(overview.at("/ai_credits/projected").decimalValue()))
                .isEqualTo(page.get("Projected to the month's end"));
        assertThat(command).contains(overview.at("/idle/in_words").asText());
        assertThat(text(sources.page("/cost")))
                .contains(overview.at("/idle/in_words").asText());
        for (JsonNode team : overview.at("/ai_credits/teams")) {
            String credits = credits(team);
            assertThat(markdownRows(command, team.path("name").asText() + " |").stream()
                            .map(row -> row.get(1)))
                    .contains(credits);
            assertThat(rows(sources.page("/cost")))
                    .anySatisfy(row -> assertThat(row.getFirst() + " " + row.get(1))
                            .contains(team.path("name").asText(), credits));
        }
    }

    /** What JSON says, in the words of the answer. */
    private static String credits(JsonNode team) {
        return team.path("credits").isNull()
                ? Numbers.NONE
                : (team.path("at_least").asBoolean() ? "at least " : "")
                        + whole(team.path("credits").decimalValue());
    }

    /** The same number, or one that neither tells; few people are null in JSON. */
    private static boolean same(String shown, JsonNode told) {
        boolean withheld = shown.startsWith("fewer than") || shown.equals(Numbers.NONE);
        return told.isNull() ? withheld : shown.equals(whole(told.decimalValue()));
    }

    private static String whole(BigDecimal number) {
        return Numbers.count(number.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** Without what stands in brackets behind it. */
    private static String bare(String cell) {
        return cell.replaceAll(" \\(.*", "");
    }

    private static List<List<String>> markdownRows(String markdown, String start) {
        return markdown.lines()
                .filter(line -> line.startsWith("| " + start))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .map(cells -> cells.subList(1, cells.size()))
                .toList();
    }

    private static List<String> row(String page, String label) {
        return rows(page).stream()
                .filter(cells -> cells.getFirst().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + label + " in " + rows(page)));
    }

    private static List<List<String>> rows(String page) {
        List<List<String>> rows = new ArrayList<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            rows.add(CELL.matcher(row.group(1))
                    .results()
                    .map(cell -> text(cell.group(1)))
                    .toList());
        }
        return rows.stream().filter(cells -> !cells.isEmpty()).toList();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** One moment's answers. */
    private final class Sources {
        private final TestApplication app;
        private final InventedOrganization acme;
        private final Issue questions;
        private final String session;
        private final String token;

        Sources(TestApplication app, InventedOrganization acme) {
            this.app = app;
            this.acme = acme;
            questions = app.github()
                    .people()
                    .openIssue(acme.organization().governance(), acme.admin().login(), "Questions", "Ask here");
            app.runJobs();
            long id = acme.admin().id();
            session = app.bean(Sessions.class)
                    .start(id, acme.admin().login(), List.of(acme.organization().id()), "test");
            SignedIn person = new SignedIn(
                    id,
                    acme.admin().login(),
                    new SessionHash("0".repeat(64)),
                    "",
                    clock.instant(),
                    clock.instant().plusSeconds(9));
            token = ((TokenMade.Made) app.bean(AccessTokens.class)
                            .make(person, acme.organization().id(), "test", 1))
                    .text();
        }

        Issue post() {
            return acme.organization().governance().issues().stream()
                    .filter(issue -> issue.title().startsWith("Copilot weekly"))
                    .findFirst()
                    .orElseThrow();
        }

        String command(String words) {
            app.github().people().comment(questions, acme.admin().login(), words);
            app.runJobs();
            List<Comment> replies = questions.commentsOf(app.github().bot());
            return replies.getLast().body();
        }

        JsonNode api(String path) {
            return read(send(HttpRequest.newBuilder(app.url("/api/orgs/acme" + path))
                    .header("Authorization", "Bearer " + token)));
        }

        JsonNode json(String path) {
            return read(page(path));
        }

        String page(String path) {
            return send(HttpRequest.newBuilder(app.url("/orgs/acme" + path)).header("Cookie", "flightlog=" + session));
        }

        Map<String, String> figures(String path) {
            Map<String, String> figures = new java.util.HashMap<>();
            FIGURE.matcher(page(path))
                    .results()
                    .forEach(found -> figures.put(text(found.group(1)), text(found.group(2))));
            return figures;
        }

        List<String> row(String path, String label) {
            return SameFiguresEverywhereTest.row(page(path), label);
        }

        private JsonNode read(String body) {
            try {
                return JSON.readTree(body);
            } catch (IOException noJson) {
                throw new UncheckedIOException(noJson);
            }
        }

        private String send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                return answer.body();
            } catch (IOException unreachable) {
                throw new UncheckedIOException(unreachable);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}

package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Person;
import dev.flightlog.session.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seat reviews and requests by clicks alone: each button does what its command does, by the same rules. */
class ReviewPagesTest {
    private static final String ORIGIN = "http://localhost:8080";
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*)\".*?</form>", Pattern.DOTALL);
    private static final Pattern NOTICE =
            Pattern.compile("<div class=\"box notice [a-z]+\" role=.*?</div>\\s*</div>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("name=\"(csrf|once|login|request)\" value=\"([^\"]*)\"");

    private final ReviewedOrganization acme = new ReviewedOrganization(20);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> sessions = new HashMap<>();

    @AfterEach
    void close() {
        acme.app.runJobs();
        acme.close();
        http.close();
    }

    @Test
    void aWholeReviewByPage() {
        acme.writable();
        Person kept = acme.idle.get(0);
        Person keptByAdmin = acme.idle.get(1);
        Person used = acme.idle.get(2);
        Person refused = acme.idle.get(4);
        Person undone = acme.idle.get(5);

        HttpResponse<String> started = click(acme.ada, "/seats", "/reviews/start", "");
        assertThat(started.body()).contains("The review proposes 20 seats.", "Its issue is being posted.");
        assertThat(acme.issues()).as("the request itself posts nothing").isEmpty();
        acme.app.runJobs();
        assertThat(get(acme.ada, "/reviews/1").body())
                .contains("20 seats were not used for more than 60 days", "through a team", "Issue on GitHub")
                .doesNotContain("/reviews/1/approve");

        assertThat(click(kept, "/me", "/me/keep", "&reason=on+leave+until+May").body())
                .contains("Your seat is kept", "90 days");
        assertThat(click(acme.ada, "/reviews/1", "/reviews/1/keep", "", keptByAdmin)
                        .body())
                .contains("is kept.");
        assertThat(click(acme.grace, "/reviews/1", "/reviews/1/approve", "").body())
                .contains("by grace");
        acme.app.runJobs();
        assertThat(acme.line(kept)).contains("by idle-0: on leave until May", "**kept**");
        acme.uses(used);
        acme.acme.copilot().assignedByEnterprise(refused);
        acme.noticePasses();
        sessions.clear();

        assertThat(get(acme.grace, "/reviews/1").body())
                .contains("16 of 20 seats were taken back.", "GitHub refused", "done");
        assertThat(acme.issue().body()).contains("16 of 20 seats were taken back.");
        assertThat(get(undone, "/me").body()).contains("Your seat was taken back", "Dec 1, 2026");
        assertThat(click(acme.ada, "/reviews/1", "/reviews/1/undo", "", undone).body())
                .contains("GitHub is asked to let 1 seat go on.");
        acme.app.runJobs();
        assertThat(acme.ends(undone)).isFalse();
        assertThat(acme.line(undone)).endsWith("**undone** |");
        assertThat(get(undone, "/me").body()).contains("Your seat goes on");
        assertThat(acme.says(acme.ada, "/copilot audit").reply())
                .contains("started the review", "gave back", "`approve`", "page");
    }

    @Test
    void onesOwnPageSaysThatASeatIsBeingTakenAndLetsItBeKept() {
        acme.writable();
        Person keeper = acme.idle.get(0);
        Person byHand = acme.idle.get(1);
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
        acme.acme.seat(acme.acme.seatOf(byHand).orElseThrow().endingOn(LocalDate.of(2026, 12, 1)));
        acme.github().faults().next("DELETE .*/selected_users", 1_000_000, Fault.status(500));
        for (int day = 0; day < 7; day++) {
            acme.app.pass(Duration.ofDays(1));
        }

        assertThat(get(keeper, "/me").body())
                .contains("Your seat is being taken back", "Keep my seat")
                .doesNotContain("Your seat was taken back");
        assertThat(click(keeper, "/me", "/me/keep", "").body())
                .contains("Your seat stays if GitHub has not taken it yet.", "if GitHub did not take it, it stays")
                .doesNotContain("Keep my seat");
        acme.app.pass(Duration.ofMinutes(1));
        assertThat(get(keeper, "/me").body()).contains("Your seat is kept");
        assertThat(get(byHand, "/me").body())
                .contains("Your seat was cancelled", "Dec 1, 2026", "an owner can let it go on")
                .doesNotContain("was taken back", "ask an admin");
        assertThat(acme.says(byHand, "/copilot request").reply())
                .contains("an owner can")
                .doesNotContain("undo");
        assertThat(acme.says(byHand, "/copilot keep").reply())
                .contains("an owner can")
                .doesNotContain("undo");
    }

    @Test
    void whateverFailsABrowserGetsAPageAndTheTrailAnEntry() {
        String form = form(acme.ada, "/seats", "/reviews/start");
        acme.app.execute("alter table seat_review_item rename to gone");

        HttpResponse<String> failed = post(acme.ada, "/reviews/start", form);
        assertThat(failed.statusCode()).isEqualTo(500);
        expectPage(failed, "Something failed here.", "log says more under error");
        assertThat(acme.app.query("select outcome from command_log where command = 'review'"))
                .containsExactly("failed");

        acme.app.execute("alter table seat_review rename to away");
        HttpResponse<String> broken = get(acme.ada, "/reviews");
        assertThat(broken.statusCode()).isEqualTo(500);
        expectPage(broken, "Something failed here");
        HttpResponse<String> nowhere = get(acme.ada, "/no-such-page");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        expectPage(nowhere, "There is nothing here for you");
        acme.app.execute("alter table away rename to seat_review");
        acme.app.execute("alter table gone rename to seat_review_item");
    }

    private static void expectPage(HttpResponse<String> answer, String... words) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains(words).doesNotContain("\"status\"");
    }

    @Test
    void theRulesAreThoseOfTheCommands() {
        HttpResponse<String> member = click(acme.idle.get(0), "/me", "/reviews/start", "");
        assertThat(member.statusCode()).isEqualTo(403);
        click(acme.ada, "/seats", "/reviews/start", "");

        assertThat(post(acme.ada, "/reviews/1/approve", form(acme.ada, "/reviews/1", "/reviews/1/cancel"))
                        .body())
                .contains("another admin has to approve it");
        assertThat(click(acme.ada, "/reviews/1", "/reviews/start", "").statusCode())
                .isEqualTo(409);
        for (String step : List.of("approve", "cancel", "keep", "undo")) {
            HttpResponse<String> closed = click(acme.idle.get(0), "/me", "/reviews/1/" + step, "&login=idle-3");
            HttpResponse<String> absent = click(acme.idle.get(0), "/me", "/reviews/77/" + step, "&login=nobody");
            assertThat(closed.statusCode()).isEqualTo(403).isEqualTo(absent.statusCode());
            assertThat(closed.body()).isEqualTo(absent.body());
        }
        assertThat(get(acme.idle.get(0), "/reviews/1").statusCode()).isEqualTo(403);
        assertThat(acme.app.query("select state from seat_review")).containsExactly("proposed");
    }

    @Test
    void aFormWithoutTheSessionsTokenOrFromElsewhereChangesNothing() {
        String form = form(acme.ada, "/seats", "/reviews/start");
        assertThat(send(acme.ada, "/reviews/start", form, "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(acme.ada, "/reviews/start", form.replaceAll("csrf=[^&]*", "csrf=x"), ORIGIN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(acme.app.query("select count(*) from seat_review")).containsExactly("0");
    }

    @Test
    void aListThatWasReplacedIsNotApprovedByAnOldPage() {
        click(acme.ada, "/seats", "/reviews/start", "");
        String old = form(acme.grace, "/reviews/1", "/reviews/1/approve");
        click(acme.ada, "/reviews/1", "/reviews/1/cancel", "");
        click(acme.ada, "/seats", "/reviews/start", "");

        HttpResponse<String> answer = post(acme.grace, "/reviews/1/approve", old);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Seat review 2 is open now");
        assertThat(acme.app.query("select state from seat_review order by number"))
                .containsExactly("cancelled", "proposed");
    }

    @Test
    void aFormSentTwiceDoesItsWorkOnce() {
        String form = form(acme.ada, "/seats", "/reviews/start");
        post(acme.ada, "/reviews/start", form);

        assertThat(post(acme.ada, "/reviews/start", form).body()).contains("The review proposes 20 seats.");
        assertThat(acme.app.query("select count(*) from seat_review")).containsExactly("1");
    }

    @Test
    void somebodyAsksForASeatAndGetsItByPage() {
        acme.writable();
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        acme.app.runJobs();

        assertThat(click(zoe, "/me", "/me/request", "&reason=%3Cb%3Ereviews%3C%2Fb%3E")
                        .body())
                .contains("You have asked for a Copilot seat.", "You asked for a seat");
        assertThat(get(acme.ada, "/reviews").body())
                .contains("1 member asks for a seat.", "&lt;b&gt;reviews&lt;/b&gt;")
                .doesNotContain("<b>reviews");
        acme.github().faults().next("POST .*/selected_users", 1, Fault.status(503));
        assertThat(click(acme.ada, "/reviews", "/requests/grant", "").statusCode())
                .isEqualTo(503);
        acme.app.pass(java.time.Duration.ofMinutes(5));
        assertThat(click(acme.ada, "/reviews", "/requests/grant", "").body())
                .contains("The seat is given.", "19 USD a month");
        assertThat(acme.acme.seatOf(zoe)).isPresent();
        assertThat(get(zoe, "/me").body()).doesNotContain("Ask for a seat");
    }

    @Test
    void whereNobodyMayBeNamedThePageHasFigures() {
        acme.github().administrators().publicize(acme.repository);
        acme.app.runJobs();
        click(acme.ada, "/seats", "/reviews/start", "");

        assertThat(get(acme.grace, "/reviews/1").body())
                .contains("20 seats were not used", "This repository is not private")
                .doesNotContain("idle-", ">ada<", "by ada");
        assertThat(click(acme.idle.get(3), "/me", "/me/keep", "").statusCode()).isEqualTo(200);
    }

    @Test
    void whereNobodyMayBeNamedAdminsActByLoginAndLearnNothingByIt() {
        acme.writable();
        acme.github().administrators().publicize(acme.repository);
        acme.app.runJobs();
        click(acme.ada, "/seats", "/reviews/start", "");
        acme.app.runJobs();

        String listed = told(click(acme.grace, "/reviews/1", "/reviews/1/keep", "&login=@idle-3"));
        assertThat(listed).contains("If the list has this person's seat").doesNotContain("idle-");
        assertThat(told(click(acme.grace, "/reviews/1", "/reviews/1/keep", "&login=nobody")))
                .isEqualTo(listed);
        click(acme.grace, "/reviews/1", "/reviews/1/approve", "");
        acme.noticePasses();
        sessions.clear();
        assertThat(acme.ends(acme.idle.get(3))).isFalse();
        assertThat(acme.ends(acme.idle.get(4)) && acme.ends(acme.idle.get(5))).isTrue();

        String given = told(click(acme.ada, "/reviews/1", "/reviews/1/undo-one", "&login=idle-4"));
        assertThat(given).contains("If a review took this person's seat").doesNotContain("idle-");
        assertThat(told(click(acme.ada, "/reviews/1", "/reviews/1/undo-one", "&login=nobody")))
                .isEqualTo(given);
        acme.app.runJobs();
        assertThat(acme.ends(acme.idle.get(4))).isFalse();
        assertThat(acme.ends(acme.idle.get(5))).isTrue();
        assertThat(post(
                                acme.ada,
                                "/reviews/1/undo-one",
                                form(acme.ada, "/reviews/1", "/reviews/1/undo-one") + "&login=")
                        .statusCode())
                .as("without a login nobody's seat is given back, not everybody's")
                .isEqualTo(400);
    }

    @Test
    void aRequestIsAnsweredByNumberWhereNobodyMayBeNamed() {
        acme.writable();
        acme.github().administrators().publicize(acme.repository);
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        Person yan = acme.github().administrators().addMember(acme.acme, "yan", "Yan");
        acme.app.runJobs();
        assertThat(acme.says(zoe, "/copilot request for zoe's work").reply()).contains("`/copilot grant 1`");
        acme.says(yan, "/copilot request");

        assertThat(acme.says(acme.ada, "/copilot review").reply())
                .contains("request 1 of Nov 18, 2026", "request 2 of")
                .doesNotContain("zoe", "yan");
        assertThat(acme.says(acme.ada, "/copilot grant zoe").reactions()).containsExactly("eyes", "-1");
        assertThat(acme.says(acme.ada, "/copilot grant 1").reply())
                .contains("The seat is given.")
                .doesNotContain("zoe");
        assertThat(acme.acme.seatOf(zoe)).isPresent();
        assertThat(acme.says(acme.ada, "/copilot grant 1").reply()).contains("Request 1 is not open.");
        assertThat(get(acme.ada, "/reviews").body()).contains("Request 2").doesNotContain("Request 1", "zoe", "yan");
        assertThat(click(acme.ada, "/reviews", "/requests/decline", "").body()).contains("Request 2 is declined.");
        assertThat(acme.says(acme.ada, "/copilot audit").reply())
                .contains("asked for a seat")
                .doesNotContain("zoe");
        assertThat(acme.app.query("select state from seat_request order by number"))
                .containsExactly("granted", "declined");
    }

    /** What the page says of the last click. */
    private static String told(HttpResponse<String> page) {
        Matcher notice = NOTICE.matcher(page.body());
        assertThat(notice.find()).isTrue();
        return notice.group();
    }

    private HttpResponse<String> get(Person person, String below) {
        return exchange(HttpRequest.newBuilder(acme.app.url("/orgs/acme" + below))
                .header("Cookie", "flightlog=" + session(person))
                .build());
    }

    /** Opens a page and presses a button on it; with any form's token where the page has no such button. */
    private HttpResponse<String> click(Person person, String page, String action, String more) {
        return post(person, action, form(person, page, action) + more);
    }

    /** As {@link #click(Person, String, String, String)}, in somebody's line. */
    private HttpResponse<String> click(Person person, String page, String action, String more, Person line) {
        String form = FORM.matcher(get(person, page).body())
                .results()
                .filter(found -> found.group(1).equals("/orgs/acme" + action))
                .map(found -> hidden(found.group()))
                .filter(fields -> ("&" + fields + "&").contains("&login=" + line.login() + "&"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button for " + line.login() + " on " + page));
        return post(person, action, form + more);
    }

    private String form(Person person, String page, String action) {
        List<String> forms = FORM.matcher(get(person, page).body())
                .results()
                .map(found -> (found.group(1).equals("/orgs/acme" + action) ? "1" : "2") + hidden(found.group()))
                .sorted()
                .toList();
        return forms.getFirst().substring(1);
    }

    private static String hidden(String form) {
        Matcher fields = HIDDEN.matcher(form);
        return fields.results()
                .map(field -> field.group(1) + "=" + URLEncoder.encode(field.group(2), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> post(Person person, String action, String form) {
        return send(person, action, form, ORIGIN);
    }

    private HttpResponse<String> send(Person person, String action, String form, String origin) {
        return exchange(HttpRequest.newBuilder(acme.app.url("/orgs/acme" + action))
                .header("Cookie", "flightlog=" + session(person))
                .header("Origin", origin)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private String session(Person person) {
        return sessions.computeIfAbsent(
                person.login(),
                _ -> acme.app.bean(Sessions.class).start(person.id(), person.login(), List.of(acme.acme.id()), "test"));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.RecordedRequest;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seat reviews by real processes that are killed with {@code kill -9} in each step, or share the work. */
class ReviewProcessTest {
    private static final int IDLE = 50;
    private static final String CANCEL = "DELETE /orgs/acme/copilot/billing/selected_users";
    private static final String GIVE = "POST /orgs/acme/copilot/billing/selected_users";
    private static final Pattern NAMED = Pattern.compile("idle-\\d+");

    private final Fleet fleet = new Fleet(Postgres.fresh());
    private final Organization acme = fleet.acme().organization();
    private final Person ada = fleet.acme().admin();
    private final Person grace = acme.addOwner("grace");
    private final List<Person> idle = new ArrayList<>();
    private volatile ServerProcess server = fleet.launch();
    private final Issue questions;

    ReviewProcessTest() {
        Instant assigned = Instant.now().minus(Duration.ofDays(200));
        for (int number = 0; number < IDLE; number++) {
            Person person = acme.addMember("idle-" + number);
            acme.seat(Seat.direct(person, assigned.plus(Duration.ofMinutes(number))));
            idle.add(person);
        }
        questions = acme.governance().openIssue(ada, "Questions", "Ask here");
    }

    @BeforeEach
    void install() {
        fleet.speakTo(server.awaitReady());
        Installation installation = fleet.github().installApp(acme);
        fleet.github().administrators().accept(installation, ReviewedOrganization.SEATS, "write");
        fleet.await("seats are read and may be written", () -> fleet.query("""
            select (select count(*) = 4 from source_read
                    where outcome = 'read' and source in ('seats', 'directory', 'usage', 'policy'))
                   and (select bool_or(permissions ->> 'organization_copilot_seat_management' = 'write') from organization)
            """).equals("t"));
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void aKillInAnyStepChangesNothingInTheEnd() {
        fleet.github().faults().next("POST /repos/acme/copilot-governance/issues$", 1, kill());
        says(ada, "/copilot review start");
        startAfterKill("GitHub made the issue, and nobody heard");
        fleet.await("the review is announced", () -> is("announced_at is not null"));
        says(idle.get(0), "/copilot keep");
        fleet.await("one is kept", () -> items("kept") == 1);
        says(grace, "/copilot approve");
        fleet.await("the review is approved", () -> is("state = 'approved'"));
        server.kill();
        startAfterKill("nobody told who approved");
        server.awaitReady();
        uses(idle.get(1));
        fleet.github().faults().next(CANCEL, 1, Fault.stall(Duration.ofSeconds(20)));

        noticeEnds();
        fleet.await(
                "a request is on its way",
                () -> items("removing") > 0 && !fleet.github().faults().pending());
        server.kill();
        assertThat(ending()).as("GitHub did nothing yet").isEmpty();
        requestsAreOld();
        fleet.github().faults().next(CANCEL, 1, kill());
        startAfterKill("a request never arrived");
        fleet.await("GitHub took seats back, and nobody heard", () -> !server.alive());
        assertThat(ending()).hasSize(25);
        requestsAreOld();
        fleet.github().faults().next(CANCEL, 1, Fault.meanwhile(this::killAtTheNextListing));
        startAfterKill("an answer is lost");
        fleet.await("all is answered and nothing confirmed", () -> !server.alive());
        assertThat(items("removing")).isPositive();
        startAfterKill("nothing was confirmed");

        expectTheEnd();
        assertThat(cancelled()).hasSize(2);
        aKillAfterAnUndoOrAGrantDoublesNothing();
    }

    private void aKillAfterAnUndoOrAGrantDoublesNothing() {
        fleet.github().faults().next(GIVE, 1, kill());
        says(ada, "/copilot undo idle-2");
        startAfterKill("GitHub gave a seat back, and nobody heard");
        requestsAreOld();
        fleet.await("the undo is looked up", () -> items("undone") == 1);
        Person zoe = acme.addMember("zoe");
        says(ada, "/copilot refresh");
        says(zoe, "/copilot request");
        fleet.await("zoe asks for a seat", () -> requests("open") == 1);
        fleet.github().faults().next(GIVE, 1, kill());
        says(grace, "/copilot grant 1");
        startAfterKill("GitHub gave a seat, and nobody heard");
        requestsAreOld();
        fleet.await("the grant is looked up", () -> requests("granted") == 1);

        assertThat(ending()).hasSize(IDLE - 3).doesNotContain("idle-2");
        assertThat(acme.seatOf(zoe)).isPresent();
        assertThat(given()).as("one undo and one grant, each sent once").hasSize(2);
        assertThat(fleet.query("select string_agg(action || ' ' || login, ', ' order by step) from seat_trail"
                        + " where action in ('undone', 'granted')"))
                .isEqualTo("undone idle-2, granted zoe");
        assertThat(fleet.query("select count(*) from dead_job")).isEqualTo("0");
    }

    @Test
    void twoServersDoItOnce() {
        ServerProcess other = fleet.launch().awaitReady();
        says(ada, "/copilot review start");
        fleet.await("the review is announced", () -> is("announced_at is not null"));
        fleet.speakTo(other);
        says(idle.get(0), "/copilot keep");
        says(grace, "/copilot approve");
        fleet.await("one is kept, the rest approved", () -> items("kept") == 1 && is("state = 'approved'"));
        uses(idle.get(1));

        noticeEnds();

        expectTheEnd();
    }

    private void expectTheEnd() {
        fleet.await("the review is done and its issue closed", () -> is("state = 'done'") && !review().open());
        assertThat(ending()).hasSize(IDLE - 2).doesNotContain("idle-0", "idle-1");
        assertThat(cancelled().stream()
                        .flatMap(request -> NAMED.matcher(request.body()).results())
                        .map(found -> found.group()))
                .hasSize(IDLE - 2)
                .doesNotHaveDuplicates();
        assertThat(review().body()).contains("48 of 50 seats were taken back.");
        assertThat(fleet.query(
                        "select count(*) || ' ' || count(distinct login) from seat_trail where action = 'removed'"))
                .isEqualTo("48 48");
        assertThat(fleet.query("select count(*) from seat_review")).isEqualTo("1");
        assertThat(fleet.query("select count(*) from dead_job")).isEqualTo("0");
        assertThat(fleet.github().violations()).isEmpty();
    }

    /** Kills the server when GitHub has done what was asked, and before the answer arrives. */
    private Fault kill() {
        return Fault.meanwhile(() -> server.kill());
    }

    private void killAtTheNextListing() {
        if (ending().size() == IDLE - 2) {
            fleet.github().faults().next("GET /orgs/acme/copilot/billing/seats", 1, kill());
        }
    }

    /** Does not wait until it is ready: it may be killed before. */
    private void startAfterKill(String when) {
        fleet.await("killed when " + when, () -> !server.alive());
        server = fleet.speakTo(fleet.launch());
    }

    private void says(Person person, String words) {
        fleet.github().people().comment(questions, person.login(), words);
    }

    private void uses(Person person) {
        acme.seat(acme.seatOf(person).orElseThrow().activeAt(Instant.now(), "vscode/1.139.1"));
    }

    /** The days of the notice are over, and the seats are read. */
    private void noticeEnds() {
        fleet.update("update seat_review set announced_at = announced_at - interval '8 days',"
                + " notice_ends_at = now() - interval '1 minute'");
        says(ada, "/copilot refresh");
    }

    /** What was on its way has landed by now, and the seats were read before. */
    private void requestsAreOld() {
        fleet.update("update seat_write set claimed_at = claimed_at - interval '1 minute'");
        fleet.update(
                "update source_read set attempted_at = attempted_at - interval '2 minutes' where source = 'seats'");
    }

    private boolean is(String condition) {
        return fleet.query("select bool_and(" + condition + ") from seat_review")
                .equals("t");
    }

    private int items(String state) {
        return Integer.parseInt(fleet.query("select count(*) from seat_review_item where state = '" + state + "'"));
    }

    private List<String> ending() {
        return idle.stream()
                .filter(person -> acme.seatOf(person).orElseThrow().pendingCancellationDate() != null)
                .map(Person::login)
                .toList();
    }

    private int requests(String state) {
        return Integer.parseInt(fleet.query("select count(*) from seat_request where state = '" + state + "'"));
    }

    /** Requests that took seats back. */
    private List<RecordedRequest> cancelled() {
        return answered("DELETE", 200);
    }

    /** Requests that gave seats. */
    private List<RecordedRequest> given() {
        return answered("POST", 201);
    }

    private List<RecordedRequest> answered(String method, int status) {
        return fleet.github().requests().stream()
                .filter(request -> request.method().equals(method)
                        && request.path().endsWith("/selected_users")
                        && request.status() == status)
                .toList();
    }

    private Issue review() {
        List<Issue> reviews = acme.governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot seat review"))
                .toList();
        assertThat(reviews)
                .as("one issue, however often its making was repeated")
                .hasSize(1);
        return reviews.getFirst();
    }
}

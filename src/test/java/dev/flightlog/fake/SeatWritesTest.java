package dev.flightlog.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seats are written as GitHub's documentation says, and refused where it refuses. */
class SeatWritesTest {
    private static final String USERS = "/orgs/acme/copilot/billing/selected_users";

    private final TestClock clock = new TestClock("2026-11-18T08:00:00Z");
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
    private final Client client = new Client(github);
    private final Organization acme = github.world().addOrganization("acme");
    private final Person ada = acme.addOwner("ada");
    private final Person bo = acme.addMember("bo");
    private final Person cy = acme.addMember("cy");
    private Installation installation;

    @BeforeEach
    void install() {
        installation = github.installApp(acme);
        installation.grant("organization_copilot_seat_management", "write");
        for (Person person : new Person[] {ada, bo}) {
            acme.seat(Seat.direct(person, clock.instant()));
        }
    }

    @AfterEach
    void close() {
        github.close();
    }

    @Test
    void aCancelledSeatEndsWithTheCycleAndIsTakenUpAgainBefore() throws Exception {
        assertThat(send("DELETE", "bo").body()).contains("\"seats_cancelled\":1");
        assertThat(seat(bo).pendingCancellationDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(send("DELETE", "bo").body()).contains("\"seats_cancelled\":0");

        HttpResponse<String> again = send("POST", "bo", "cy");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).contains("\"seats_created\":2");
        assertThat(seat(bo).pendingCancellationDate()).isNull();

        send("DELETE", "bo");
        clock.turn(Duration.ofDays(13));
        assertThat(acme.hasSeat(bo.id())).isTrue();
        assertThat(acme.seats()).extracting(Seat::assignee).containsExactly(ada, cy);
        assertThat(github.violations()).isEmpty();
    }

    @Test
    void oneSeatOutOfReachFailsTheWholeCall() throws Exception {
        Team team = acme.addTeam("platform").add(cy);
        acme.seat(Seat.direct(cy, clock.instant()).throughTeam(team));

        assertThat(send("DELETE", "bo", "cy").statusCode()).isEqualTo(422);
        assertThat(seat(bo).pendingCancellationDate()).isNull();

        acme.copilot().assignedByEnterprise(bo);
        assertThat(send("DELETE", "bo").statusCode()).isEqualTo(422);
        assertThat(github.violations()).isEmpty();
    }

    @Test
    void writesOnlyWhereMembersAreSelected() throws Exception {
        acme.copilot().seatManagement("assign_all");

        assertThat(send("DELETE", "bo").statusCode()).isEqualTo(422);
        assertThat(send("POST", "cy").statusCode()).isEqualTo(422);
        assertThat(github.violations()).isEmpty();
    }

    @Test
    void aCarefulClientNeverDoesThis() throws Exception {
        assertThat(send("DELETE").statusCode()).isEqualTo(422);
        assertThat(send("DELETE", "bo", "bo").statusCode()).isEqualTo(422);
        assertThat(client.send(
                                "DELETE",
                                USERS,
                                client.token(),
                                "{\"selected_usernames\": [\"bo\"], \"selected_teams\": []}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("POST", "zoe").statusCode()).isEqualTo(422);
        assertThat(send("DELETE", "ada", "bo").statusCode()).isEqualTo(200);

        assertThat(github.violations()).hasSize(5).last().asString().contains("the last seat");
    }

    @Test
    void withoutWriteItIsRefusedAndAViolationUnlessItWasGrantedBefore() throws Exception {
        github.administrators().revoke(installation, "organization_copilot_seat_management");
        installation.grant("organization_copilot_seat_management", "read");

        assertThat(send("DELETE", "bo").statusCode()).isEqualTo(403);
        assertThat(github.violations()).isEmpty();
    }

    private Seat seat(Person person) {
        return acme.seatOf(person).orElseThrow();
    }

    private HttpResponse<String> send(String method, String... logins) throws Exception {
        return client.send(
                method, USERS, client.token(), Json.MAPPER.writeValueAsString(Map.of("selected_usernames", logins)));
    }
}

package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The listing of seats may still have the login from before a rename. */
class RenamedPersonApiTest {
    private final Acme acme = new Acme();

    @AfterEach
    void stop() {
        acme.close();
    }

    @Test
    void aSeatIsFoundByThePersonsPresentLogin() {
        acme.application.execute("update seat set login = 'person-2-before' where person_id = 502");

        HttpResponse<String> seat = acme.get("/api/orgs/acme/seats/person-2");

        assertThat(seat.statusCode()).isEqualTo(200);
        assertThat(seat.body()).contains("\"id\":502");
    }

    @Test
    void aLoginThatBelongsToSomebodyElseNowIsNotTheOldSeat() {
        acme.application.execute("update seat set login = 'person-3' where person_id = 502");
        acme.application.execute("update seat set ended_at = last_seen_at where person_id = 503");

        assertThat(acme.get("/api/orgs/acme/seats/person-3").statusCode()).isEqualTo(404);
    }
}

package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seats that were never read are null or a problem, never zero. */
class UnreadSeatsApiTest {
    private final Acme acme = new Acme();

    @AfterEach
    void stop() {
        acme.close();
    }

    @Test
    void whatRestsOnSeatsIsNullBeforeTheyAreRead() {
        acme.application.execute("update source_read set outcome = 'failed', succeeded_at = null"
                + ", detail = 'GitHub has no seats.' where source = 'seats'");

        assertThat(acme.get("/api/orgs/acme/overview").body())
                .contains(
                        "\"seats\":null",
                        "\"seats_unknown\":\"GitHub has no seats.\"",
                        "\"states\":null",
                        "\"monthly_cost_usd\":null",
                        "\"idle_spend\":null",
                        "\"included\":null");
        for (String path :
                new String[] {"/seats", "/seats/person-1", "/seats.csv", "/teams", "/teams/payments/history"}) {
            HttpResponse<String> answer = acme.get("/api/orgs/acme" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("could not be read: GitHub has no seats.");
        }
        for (String path : new String[] {"/usage", "/usage/months"}) {
            assertThat(acme.get("/api/orgs/acme" + path).statusCode())
                    .as("%s: figures of the whole organization rest on no seat", path)
                    .isEqualTo(200);
        }
    }

    @Test
    void anOldListingHasItsDate() {
        assertThat(acme.get("/api/orgs/acme/overview").body()).contains("\"seats_as_of\":null");
        acme.application.execute(
                "update source_read set succeeded_at = timestamptz '2026-10-09 10:00Z' where source = 'seats'");

        assertThat(acme.get("/api/orgs/acme/overview").body()).contains("\"seats_as_of\":\"2026-10-09\"");
        assertThat(acme.get("/api/orgs/acme/seats").body()).contains("\"as_of\":\"2026-10-09\"");
        assertThat(acme.get("/api/orgs/acme/teams").body()).contains("\"seats_as_of\":\"2026-10-09\"");
        assertThat(acme.get("/api/orgs/acme/seats.csv").body()).contains("\n2026-10-09T10:00:00Z,");
    }

    @Test
    void teamsThatWereNeverReadAreNotNone() {
        acme.application.execute("update source_read set succeeded_at = null, outcome = 'failed'"
                + ", detail = 'GitHub has no directory.' where source = 'directory'");

        for (String path : new String[] {"/teams", "/teams/payments/history"}) {
            HttpResponse<String> answer = acme.get("/api/orgs/acme" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("People and teams could not be read: GitHub has no directory.");
        }
    }
}

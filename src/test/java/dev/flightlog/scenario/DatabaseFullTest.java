package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.flightlog.fake.Delivery;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database's disk is full, table by table: what cannot be stored waits, however long, and is done once afterwards. */
class DatabaseFullTest {
    private static final JsonNode STAR = JsonNodeFactory.instance.objectNode().put("action", "created");
    /** More than any job's attempts. */
    private static final int ROUNDS = 12;

    private final TestApplication app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")));

    @BeforeEach
    void prepare() {
        app.execute("""
            create function full_disk() returns trigger language plpgsql as $$
            begin
                raise exception 'could not extend file' using errcode = '53100';
            end $$
            """);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aDeliveryIsRefusedForNowAndFetchedLater() throws Exception {
        app.runJobs();
        fill("delivery");
        Delivery refused = app.github().deliver("star", STAR);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.responseHeaders()).containsEntry("retry-after", "30");
        assertThat(app.github().deliver("star", STAR).statusCode()).isEqualTo(503);

        empty("delivery");
        assertThat(app.github().deliver("star", STAR).statusCode()).isEqualTo(202);
        app.pass(Duration.ofMinutes(10));
        app.github().awaitActs();
        app.runJobs();

        assertThat(app.query("select state || attempts from delivery"))
                .hasSize(3)
                .containsOnly("ignored1");
    }

    @Test
    void aFirstLoadWaitsWhereverItIsAndPostsOnce() {
        for (String table : List.of("seat", "usage_day", "team_member", "publication", "source_read")) {
            fill(table);
        }
        Organization acme = InventedOrganization.create(app.github().world(), "acme", 42, 14, 9, 2)
                .punctual()
                .organization();
        app.github().installApp(acme);
        app.runJobs();
        for (String table : List.of("source_read", "seat", "usage_day", "team_member", "publication")) {
            for (int round = 0; round < ROUNDS; round++) {
                app.pass(Duration.ofSeconds(6));
            }
            assertThat(app.query("select max(coalesce(consecutive_failures, 0)) from scheduled_tasks"))
                    .as("attempts counted")
                    .containsExactly("0");
            empty(table);
        }
        for (int round = 0; round < ROUNDS; round++) {
            app.pass(Duration.ofMinutes(1));
        }

        assertThat(app.query("select source from source_read where outcome <> 'read' and source <> 'history'"))
                .isEmpty();
        assertThat(summaries(acme)).hasSize(1);
    }

    private static List<Issue> summaries(Organization organization) {
        return organization.governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .toList();
    }

    private void fill(String table) {
        app.execute("create trigger full_disk before insert or update on " + table
                + " for each row execute function full_disk()");
    }

    private void empty(String table) {
        app.execute("drop trigger full_disk on " + table);
    }
}

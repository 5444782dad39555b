package dev.flightlog.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.database.Database;
import dev.flightlog.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything about one person can be handed out and erased, and nothing about another. */
class PersonalDataTest {
    private final ApplicationContext context = ApplicationContext.builder()
            .properties(TestDatabase.create().properties())
            .eagerInitSingletons(false)
            .start();
    private final Database database = context.getBean(Database.class);
    private final PersonalData data = context.getBean(PersonalData.class);

    @BeforeEach
    void twoPeople() {
        database.update("""
            insert into organization (org_id, login, installation_id, state, installed_at, state_since)
            values (7, 'acme', 70, 'active', now(), now()), (8, 'globex', 80, 'active', now(), now())
            """);
        for (long person = 5; person <= 6; person++) {
            database.update(
                    "insert into usage_person (org_id, person_id, login, last_active_day) values (7, ?, ?,"
                            + " '2026-11-01')",
                    person,
                    "mia-" + person);
            database.update("""
                insert into command_log (org_id, comment_key, asked_at, person_id, login, command, arguments, place)
                values (7, ?, now(), ?, 'Mia-Old', 'me', '', 'issue 1')
                """, "c" + person, person);
            database.update(
                    "insert into usage_team_day (org_id, day, team_id, slug, person_ids) values (7, '2026-11-01', ?,"
                            + " 'core', array[?::bigint, 6])",
                    person,
                    person);
        }
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void findsByNumberByNameAndByFormerName() {
        assertThat(data.find("5")).extracting(StoredPerson::login).containsExactly("mia-5");
        assertThat(data.find("MIA-5")).extracting(StoredPerson::id).containsExactly(5L);
        assertThat(data.find("mia-old"))
                .as("two people had that name")
                .extracting(StoredPerson::id)
                .containsExactly(5L, 6L);
        assertThat(data.find("nobody")).isEmpty();
    }

    @Test
    void exportsEveryRowWithItsTable() {
        List<String> lines = new ArrayList<>();
        data.export(mia(), lines::add);

        assertThat(lines)
                .hasSize(3)
                .anyMatch(line -> line.contains("\"table\": \"usage_person\"") && line.contains("\"mia-5\""))
                .anyMatch(line -> line.contains("\"table\": \"command_log\""))
                .anyMatch(line -> line.contains("\"table\": \"usage_team_day\""))
                .noneMatch(line -> line.contains("mia-6"));
    }

    @Test
    void whatAJobThatWasGivenUpSaysOfThePersonGoesToo() {
        for (long person : new long[] {5, 55}) {
            database.update("""
                insert into dead_job (job, key, data, priority, attempts, failed_at, problem)
                values ('command', ?, convert_to(?, 'UTF8'), 0, 8, now(), 'refused')
                """, "c" + person, "{\"organization\":7,\"personId\":" + person + ",\"login\":\"mia\"}");
        }

        data.forget(mia());

        assertThat(database.list("select key from dead_job", row -> row.text("key")))
                .containsExactly("c55");
    }

    @Test
    void aPayloadThatWasSetAsideGoesWithThePersonItNames() {
        setAside("11111111-1111-1111-1111-111111111111", "{\"sender\":{\"login\":\"x\",\"id\":5}}");
        setAside("22222222-2222-2222-2222-222222222222", "{\"comment\":{\"body\":\"ask @MIA-5, please\"}}");
        setAside("33333333-3333-3333-3333-333333333333", "{\"issue\":{\"number\":5,\"body\":\"mia-55 and amia-5\"}}");
        setAside("44444444-4444-4444-4444-444444444444", "{\"sender\":{\"login\":\"mia-6\",\"id\":6}}");
        setAside("55555555-5555-5555-5555-555555555555", "no JSON, but mia-5");

        assertThat(data.forget(mia())).containsEntry("delivery", 3);

        assertThat(database.list("""
            select left(guid::text, 1) || ' ' || state || (payload is null) as left_over from delivery
            order by guid
            """, row -> row.text("left_over")))
                .containsExactly(
                        "1 ignoredtrue", "2 ignoredtrue", "3 set_asidefalse", "4 set_asidefalse", "5 ignoredtrue");
    }

    private void setAside(String guid, String payload) {
        database.update("""
            insert into delivery (guid, event, payload, received_at, state, handled_at, attempts, problem)
            values (?::uuid, 'issue_comment', ?, now(), 'set_aside', now(), 8, 'IllegalStateException')
            """, guid, payload.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void forgetsOneAndSaysWhatItWas() {
        assertThat(data.forget(mia()))
                .containsEntry("usage_person", 1)
                .containsEntry("command_log", 1)
                .containsEntry("usage_team_day", 1);

        assertThat(data.find("5")).isEmpty();
        assertThat(data.count(new StoredPerson(7, "acme", 5, "mia-5", false))).isEmpty();
        assertThat(data.find("6")).hasSize(1);
    }

    @Test
    void whoDidSomethingToAnothersSeatIsForgottenThereToo() {
        database.update("""
            insert into seat_trail (org_id, at, action, by_id, by_login, review, person_id, login, detail)
            values (7, now(), 'kept', 5, 'mia-5', 1, 6, 'mia-6', ''), (7, now(), 'kept', 6, 'mia-6', 1, 6, 'mia-6', '')
            """);
        database.update("""
            insert into seat_review (org_id, number, state, started_at, started_by_id, started_by_login
                                   , idle_after_days, notice_days, more_seats)
            values (7, 1, 'proposed', now(), 5, 'mia-5', 60, 7, 0)
            """);

        data.forget(mia());

        assertThat(database.list("select by_login from seat_trail order by step", row -> row.text("by_login")))
                .containsExactly("forgotten", "mia-6");
        assertThat(database.list(
                        "select started_by_login || started_by_id as who from seat_review", row -> row.text("who")))
                .containsExactly("forgotten0");
    }

    private StoredPerson mia() {
        return data.find("5").getFirst();
    }
}

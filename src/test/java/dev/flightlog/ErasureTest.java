package dev.flightlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.database.Database;
import dev.flightlog.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who and what is forgotten each night, and who is not. */
class ErasureTest {
    private static final Instant LIMIT = Instant.parse("2026-11-18T02:00:00Z");
    private static final long ORG = 7;

    private final ApplicationContext context = ApplicationContext.builder()
            .properties(TestDatabase.create().properties())
            .eagerInitSingletons(false)
            .start();
    private final Database database = context.getBean(Database.class);

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void totalsOfSeatsGoByTheDayInUtcWhereverTheServerIs() {
        database.update("""
                insert into seat_day (org_id, day, seats, business_seats, enterprise_seats, direct_seats)
                values (?, '2026-11-17', 1, 1, 0, 1), (?, '2026-11-18', 1, 1, 0, 1)
                """, ORG, ORG);

        database.transact(() -> {
            // There it is still the 17th.
            database.update("set local time zone 'America/New_York'");
            context.getBean(ErasureStore.class).eraseBefore(ORG, LIMIT);
        });

        assertThat(database.list("select day from seat_day", row -> row.text("day")))
                .containsExactly("2026-11-18");
    }
}

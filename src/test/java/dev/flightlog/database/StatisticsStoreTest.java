package dev.flightlog.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatisticsStoreTest {
    private static final String LOOKS =
            "select relname || ' ' || analyze_count from pg_stat_user_tables where analyze_count > 0";

    @Test
    void aTableThatAFirstLoadFilledIsLookedAtOnce() {
        try (TestApplication app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")))) {
            StatisticsStore statistics = app.bean(StatisticsStore.class);
            app.runJobs();
            statistics.gatherMissing();
            assertThat(app.query(LOOKS)).as("nothing in it is worth a look").isEmpty();

            app.execute("""
                insert into usage_person (org_id, person_id, login) select 1, number, 'x' from generate_series(1, 1500) as number
                """);
            app.query("select pg_stat_force_next_flush()::text");
            statistics.gatherMissing();
            statistics.gatherMissing();

            assertThat(app.query(LOOKS)).hasSize(1).first().asString().endsWith(" 1");
        }
    }
}

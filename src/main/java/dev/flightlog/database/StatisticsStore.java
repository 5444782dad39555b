package dev.flightlog.database;

import jakarta.inject.Singleton;
import java.util.List;

/**
 * What Postgres knows of the tables' contents when it plans. Autovacuum looks once a minute at the soonest; until then
 * queries are planned as if a first load had left the tables empty, and take seconds.
 */
@Singleton
public class StatisticsStore {
    private static final int ROWS_WORTH_COUNTING = 1_000;

    private final Database database;

    StatisticsStore(Database database) {
        this.database = database;
    }

    /** Has Postgres look at tables that have rows and that it never looked at; does nothing once it did. */
    public void gatherMissing() {
        List<String> tables = database.list("""
            select quote_ident(schemaname) || '.' || quote_ident(relname) as name
            from pg_stat_user_tables
            where schemaname = current_schema() and last_analyze is null and last_autoanalyze is null
              and n_live_tup >= ?
            """, row -> row.text("name"), ROWS_WORTH_COUNTING);
        tables.forEach(table -> database.update("analyze " + table));
    }
}

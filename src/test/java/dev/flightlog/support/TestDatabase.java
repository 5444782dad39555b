package dev.flightlog.support;

import java.util.Map;

/** A migrated database for a test class, and what an application context needs to use it. */
public final class TestDatabase {
    private final Postgres.Database database;

    private TestDatabase(Postgres.Database database) {
        this.database = database;
    }

    public static TestDatabase create() {
        return new TestDatabase(Postgres.migrated());
    }

    public Map<String, Object> properties() {
        return Map.of(
                "datasources.default.url",
                database.url(),
                "datasources.default.username",
                database.username(),
                "datasources.default.password",
                database.password(),
                "datasources.default.minimum-idle",
                "0",
                "datasources.default.maximum-pool-size",
                "4");
    }
}

package dev.flightlog.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.LogLines;
import dev.flightlog.support.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a version that was released becomes the same as a new one. */
class UpgradeTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final String SCHEMA = """
            select concat_ws(' ', 'column', table_schema, table_name, column_name, data_type, is_nullable, column_default)
              from information_schema.columns where table_schema in ('public', 'flightlog')
            union all
            select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
              from pg_constraint where connamespace = 'public'::regnamespace
            union all
            select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = 'public'
            union all
            select concat_ws(' ', 'view', viewname, definition) from pg_views where schemaname = 'flightlog'
            union all
            select concat_ws(' ', 'comment', c.oid::regclass, a.attname, d.description)
              from pg_description d
              join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
              left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
             where c.relnamespace in ('public'::regnamespace, 'flightlog'::regnamespace)
            order by 1
            """;

    @TempDir
    Path released;

    @ParameterizedTest
    @ValueSource(strings = "0.2.0")
    void ofAReleasedVersionMakesTheSameSchema(String version) throws IOException, SQLException {
        Postgres.Database old = Postgres.fresh();
        for (String name :
                Files.readAllLines(Path.of("src/test/resources/upgrade/migrations-of-" + version + ".txt"))) {
            Files.copy(MIGRATIONS.resolve(name), released.resolve(name));
        }
        Flyway.configure()
                .dataSource(dataSource(old))
                .locations("filesystem:" + released)
                .load()
                .migrate();

        Migrations.migrate(dataSource(old));

        Postgres.Database fresh = Postgres.fresh();
        Migrations.migrate(dataSource(fresh));
        assertThat(schema(old)).isEqualTo(schema(fresh)).isNotEmpty();
        try (LogLines log = LogLines.of("org.flywaydb")) {
            Migrations.migrate(dataSource(old));

            assertThat(log.lines()).noneMatch(line -> line.startsWith("WARN"));
        }
    }

    private static List<String> schema(Postgres.Database database) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMA)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static PGSimpleDataSource dataSource(Postgres.Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }
}

package dev.flightlog.ingest.load;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.database.Database;
import dev.flightlog.ingest.ImportOutcome;
import dev.flightlog.ingest.receive.PartSource;
import dev.flightlog.support.Postgres;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A migrated database of its own for a test class, and the importer on it, fed from texts in place of GitHub. */
public final class UsageDatabase implements AutoCloseable {
    public static final long ORG = 70001;
    public static final LocalDate DAY = LocalDate.parse("2026-11-16");

    private final Postgres.Database server;
    private final ApplicationContext context;
    public final Database database;
    public final ReportLoader loader;

    public UsageDatabase() {
        server = Postgres.migrated();
        context = ApplicationContext.run(
                Map.of(
                        "datasources.default.url",
                        server.url(),
                        "datasources.default.username",
                        server.username(),
                        "datasources.default.password",
                        server.password()),
                "usage");
        database = context.getBean(Database.class);
        loader = context.getBean(ReportLoader.class);
    }

    /** A connection of somebody else's. */
    public Connection connect() throws SQLException {
        return server.connect();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Empties what imports fill. */
    public void clear() {
        database.update("""
            truncate usage_user_day, usage_team_day, usage_day, usage_week, usage_breakdown, usage_person
                   , usage_organization_report_day, usage_phase_day, usage_repository_day, report_import, report_chunk
            """);
    }

    public ImportOutcome load(ReportKind kind, LocalDate day, String... parts) throws IOException {
        return load(ORG, kind, day, parts);
    }

    public ImportOutcome load(long org, ReportKind kind, LocalDate day, String... parts) throws IOException {
        return loader.load(org, kind, day.minusDays(kind.days() - 1L), day, texts(parts));
    }

    static PartSource texts(String... parts) {
        return new PartSource() {
            @Override
            public int parts() {
                return parts.length;
            }

            @Override
            public InputStream open(int part) {
                return new ByteArrayInputStream(parts[part].getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    public static String sample(ReportKind kind) {
        try {
            return Files.readString(Path.of("src/test/resources/github/reports/" + kind.text() + ".ndjson"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    public long count(String table) {
        return database.one("select count(*) as n from " + table, row -> row.number("n"));
    }

    /** Rows of a query as one text each, columns joined by a space. */
    public List<String> rows(String sql, @Nullable Object... parameters) {
        return database.list(
                "select array_to_string(array(select coalesce(value, '-') from json_each_text(to_json(answer)) "
                        + "with ordinality as field (key, value, place)), ' ') as text from (" + sql + ") answer",
                row -> row.text("text"),
                parameters);
    }

    @Override
    public void close() {
        context.close();
    }
}

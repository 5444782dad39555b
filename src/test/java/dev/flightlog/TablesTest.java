package dev.flightlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who owns a table: the one package whose stores write it. Read from the SQL in the sources, text blocks and concatenated
 * literals alike, because ArchUnit sees calls and no text. Views are not tables.
 */
class TablesTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path SOURCES = Path.of("src/main/java/dev/flightlog");
    private static final Pattern CREATED = Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+)");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//[^\n]*", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile("\\b(delete\\s+from|from|join|into|update|table|copy|using)\\s+(?:only\\s+)?(\\w+)");
    private static final Pattern SQL = Pattern.compile(
            "\\b(select\\b.*\\bfrom\\b|insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from|copy\\s+\\w+\\s*\\()",
            Pattern.DOTALL);
    private static final Set<String> WRITES = Set.of("delete", "into", "update", "copy", "table");

    /** Erasing is one statement set over everything that names a person or is too old. */
    private static final String ERASURE = "erasure";

    private static final String WRITTEN_BY_TRIGGER = "membership_version";

    /**
     * Writers in addition to the owner, as of 2026-11-28. {@code webhook} stores a delivery and its job with one statement (ADR
     * 0025); {@code governance} notes the governance repository in the organization's row.
     */
    private static final Set<String> OTHER_WRITERS = Set.of(
            "scheduled_tasks webhook",
            "organization governance",
            // What a person used in the running month is kept beside the person, by the store that adds months up.
            "usage_person usage");

    /**
     * Packages that read another package's table with SQL of their own, as of 2026-11-28. {@code usage}, which reads for all
     * what {@code ingest} writes, is not an exception. This list only gets shorter: a new question is a method of the
     * owner's store, or a view.
     */
    private static final Set<String> OTHER_READERS = Set.of(
            "cost_snapshot app",
            "membership_version privacy",
            "organization app",
            "organization seat",
            "organization summary",
            "person cost",
            "report_import api",
            "report_import privacy",
            "report_import summary",
            "seat api",
            "seat command",
            "seat privacy",
            "seat summary",
            "seat usage",
            "seat_day app",
            "seat_day summary",
            "seat_listing command",
            "source_read app",
            "team cost",
            "team privacy",
            "team seat",
            "team summary",
            "team usage",
            "team_member api",
            "team_member privacy",
            "team_member seat",
            "team_member summary",
            "team_member usage",
            "usage_day api",
            "usage_day app",
            "usage_day cost",
            "usage_day privacy",
            "usage_day summary",
            "usage_month cost",
            "usage_organization_report_day summary",
            "usage_person api",
            "usage_person cost",
            "usage_person seat",
            "usage_phase_day summary",
            "usage_team_day privacy",
            "usage_team_day summary",
            "usage_user_day api",
            "usage_user_day cost",
            "usage_user_day privacy",
            "usage_user_day summary",
            "usage_week app",
            "usage_week privacy",
            "usage_week summary");

    @Test
    void oneOwnerWritesEachTable() throws IOException {
        TreeMap<String, TreeSet<String>> writers = packages(true);
        List<String> shared = new ArrayList<>();
        writers.forEach((table, names) -> {
            List<String> owners = names.stream()
                    .filter(name -> !name.equals(ERASURE) && !OTHER_WRITERS.contains(table + " " + name))
                    .toList();
            if (owners.size() != 1 && !table.equals(WRITTEN_BY_TRIGGER)) {
                shared.add(table + " is written by " + owners);
            }
        });
        assertThat(shared).isEmpty();
        assertThat(writers.keySet()).as("tables with a writer").containsAll(expectedWritten());
    }

    @Test
    void onlyTheOwnerReadsATableApartFromTheList() throws IOException {
        TreeMap<String, TreeSet<String>> writers = packages(true);
        TreeSet<String> others = new TreeSet<>();
        packages(false)
                .forEach((table, names) -> names.stream()
                        .filter(name -> !name.equals(ERASURE)
                                && !owners(writers, table).contains(name)
                                && !(name.equals("usage")
                                        && owners(writers, table).contains("ingest")))
                        .forEach(name -> others.add(table + " " + name)));
        assertThat(others).isEqualTo(new TreeSet<>(OTHER_READERS));
    }

    @Test
    void sqlIsWrittenInStoresOnly() throws IOException {
        List<String> elsewhere = new ArrayList<>();
        for (Path source : sources()) {
            String name = source.getFileName().toString();
            if (!name.contains("Store") && !source.startsWith(SOURCES.resolve("database"))) {
                literals(source).stream()
                        .filter(text -> SQL.matcher(text).find())
                        .forEach(text -> elsewhere.add(name + ": " + text.strip()));
            }
        }
        assertThat(elsewhere).isEmpty();
    }

    /** Every table but the one that a trigger writes. */
    private static Set<String> expectedWritten() throws IOException {
        Set<String> written = tables();
        written.remove(WRITTEN_BY_TRIGGER);
        return written;
    }

    private static Set<String> owners(TreeMap<String, TreeSet<String>> writers, String table) {
        return writers.getOrDefault(table, new TreeSet<>());
    }

    private static TreeMap<String, TreeSet<String>> packages(boolean writing) throws IOException {
        Set<String> tables = tables();
        TreeMap<String, TreeSet<String>> found = new TreeMap<>();
        for (Path source : sources()) {
            Matcher named = NAMED.matcher(String.join(" ", literals(source)));
            while (named.find()) {
                boolean writes = WRITES.contains(named.group(1).split("\\s")[0]);
                if (tables.contains(named.group(2)) && (writes || !writing)) {
                    found.computeIfAbsent(named.group(2), _ -> new TreeSet<>())
                            .add(SOURCES.relativize(source).getName(0).toString());
                }
            }
        }
        return found;
    }

    private static List<String> literals(Path source) throws IOException {
        List<String> literals = new ArrayList<>();
        Matcher literal =
                LITERAL.matcher(COMMENT.matcher(Files.readString(source)).replaceAll(""));
        while (literal.find()) {
            literals.add(literal.group(1) == null ? literal.group(2) : literal.group(1));
        }
        return literals;
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                CREATED.matcher(Files.readString(file)).results().forEach(table -> tables.add(table.group(1)));
            }
        }
        return tables;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }
}

package dev.flightlog.erasure;

import static dev.flightlog.ingest.load.UsageDatabase.DAY;
import static dev.flightlog.ingest.load.UsageDatabase.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.database.DatabaseException;
import dev.flightlog.ingest.ImportOutcome;
import dev.flightlog.ingest.LedgerEntry;
import dev.flightlog.ingest.ReportImportStore;
import dev.flightlog.ingest.UsageImport;
import dev.flightlog.ingest.archive.ReportArchive;
import dev.flightlog.ingest.load.UsageDatabase;
import dev.flightlog.ingest.load.UsagePartitionStore;
import dev.flightlog.usage.InventedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is forgotten is gone everywhere, and nothing else is. */
class RetentionTest {
    private static final LocalDate OLD = LocalDate.parse("2026-09-10");
    private static final List<String> PARTITIONS = List.of("usage_user_day_2026_09", "usage_user_day_2026_11");

    private static UsageDatabase usage;

    @BeforeAll
    static void start() {
        usage = new UsageDatabase();
    }

    @AfterAll
    static void stop() {
        usage.close();
    }

    @BeforeEach
    void load() throws IOException {
        usage.clear();
        for (LocalDate day : List.of(OLD, DAY)) {
            usage.load(ReportKind.USER_TEAMS_1_DAY, day, InventedRows.teams(1, day, 20, 2));
            usage.load(ReportKind.USERS_1_DAY, day, InventedRows.users(3, day, 20));
        }
    }

    @Test
    void oldDaysAreDroppedWithTheirPartition() {
        usage.bean(Retention.class).apply(ORG, DAY.minusDays(3));

        for (String table : List.of(
                "usage_user_day", "usage_team_day", "usage_day", "usage_breakdown", "report_import", "report_chunk")) {
            assertThat(usage.rows("select distinct day from " + table))
                    .as(table)
                    .containsExactly("2026-11-16");
        }
        assertThat(usage.rows("select distinct week from usage_week")).containsExactly("2026-11-16");
        assertThat(usage.bean(UsagePartitionStore.class).partitions().values())
                .containsExactly("usage_user_day_2026_11");
        assertThat(usage.count("usage_person")).isPositive();
    }

    @Test
    void aReportThatLostItsFirstDaysHasNoLinks() throws IOException {
        usage.database.update("""
            insert into organization (org_id, login, installation_id, state, state_since, installed_at)
            values (?, 'acme', 1, 'active', now(), now())
            """, ORG);
        usage.load(ReportKind.USERS_28_DAY, DAY, InventedRows.users(3, DAY, 20));
        String linked = "select report_end_day from flightlog.org_copilot_user_usage_metrics"
                + " where cardinality(download_links) > 0";
        assertThat(usage.rows(linked)).containsExactly("2026-11-16");

        usage.bean(Retention.class).apply(ORG, DAY.minusDays(3));
        usage.bean(Retention.class).apply(ORG, DAY.minusDays(3));

        assertThat(usage.rows(linked)).isEmpty();
        assertThat(usage.rows("select outcome, parts from report_import where kind = 'users-28-day'"))
                .containsExactly("imported 0");
        assertThat(usage.rows("select distinct parts from report_import where kind = 'users-1-day'"))
                .containsExactly("1");
    }

    @Test
    void othersRowsInTheSamePartitionStay() throws IOException {
        usage.load(2, ReportKind.USERS_1_DAY, OLD, InventedRows.users(3, OLD, 20));

        usage.bean(Retention.class).apply(ORG, DAY);

        assertThat(usage.rows("select distinct org_id from usage_user_day where day = '2026-09-10'"))
                .containsExactly("2");
        assertThat(usage.bean(UsagePartitionStore.class).partitions().values()).containsAll(PARTITIONS);
    }

    @Test
    void aPartitionWithAnotherNameIsEmptiedAndStays() throws IOException {
        usage.database.update("alter table usage_user_day_2026_09 rename to of_september");
        try {
            usage.bean(Retention.class).apply(ORG, DAY.minusDays(3));

            assertThat(usage.rows("select count(*) from of_september")).containsExactly("0");
        } finally {
            usage.database.update("drop table of_september");
        }
    }

    @Test
    void aPersonIsErasedFromRowsTeamsAndArchive() throws IOException {
        List<String> others =
                usage.rows("select person_id, day from usage_user_day where person_id <> 7 order by 1, 2");
        assertThat(archived(ReportKind.USERS_1_DAY)).contains("person-7\"");

        usage.bean(Retention.class).erasePeople(ORG, Set.of(7L));

        assertThat(usage.rows("select person_id, day from usage_user_day order by 1, 2"))
                .isEqualTo(others);
        assertThat(usage.rows("select 1 from usage_team_member_day where person_id = 7"))
                .isEmpty();
        assertThat(usage.rows("select 1 from usage_person where person_id = 7")).isEmpty();
        assertThat(archived(ReportKind.USERS_1_DAY))
                .doesNotContain("person-7\"")
                .contains("person-8\"");
        assertThat(archived(ReportKind.USER_TEAMS_1_DAY)).doesNotContain("\"user_id\":7,");
        assertThat(usage.rows("select distinct erased_people from report_import where kind = 'user-teams-1-day'"))
                .containsExactly("1");
    }

    /** A report of 28 days of a large organization is half a gigabyte. */
    @Test
    void aReportIsWrittenAnewOnceForAllWhoAreErased() throws IOException {
        usage.load(ReportKind.USERS_28_DAY, DAY, InventedRows.users(3, DAY, 20));
        usage.database.update("create sequence replaced");
        usage.database.update("""
            create function count_replaced() returns trigger language plpgsql as
            'begin perform nextval(''replaced''); return null; end'
            """);
        usage.database.update("create trigger count_replaced after delete on report_chunk"
                + " for each statement execute function count_replaced()");
        try {
            Set<Long> people = people(ReportKind.USERS_28_DAY, 3);
            List<String> teams = usage.rows(
                    "select team_id, day, person_id from usage_team_member_day where person_id <> all(cast(? as"
                            + " bigint[]))",
                    people);

            usage.bean(Retention.class).erasePeople(ORG, people);

            assertThat(people(ReportKind.USERS_28_DAY, 20)).isNotEmpty().doesNotContainAnyElementsOf(people);
            assertThat(people(ReportKind.USERS_1_DAY, 20)).isNotEmpty().doesNotContainAnyElementsOf(people);
            assertThat(usage.rows("select team_id, day, person_id from usage_team_member_day"))
                    .containsExactlyInAnyOrderElementsOf(teams);
            assertThat(usage.rows("select erased_people from report_import where kind = 'users-28-day'"))
                    .containsExactly("3");
            assertThat(usage.rows("select last_value from replaced"))
                    .as("one report of 28 days, and two of two days each")
                    .containsExactly("5");
        } finally {
            usage.database.update("drop function count_replaced cascade");
            usage.database.update("drop sequence replaced");
        }
    }

    /** Ids of the first people that an archived file names. */
    private static Set<Long> people(ReportKind kind, int most) throws IOException {
        return archived(kind)
                .lines()
                .limit(most)
                .map(line -> Long.valueOf(line.replaceFirst(".*\"user_id\":(\\d+).*", "$1")))
                .collect(Collectors.toSet());
    }

    @Test
    void whatWasErasedDoesNotComeBackFromTheArchive() throws IOException {
        usage.bean(Retention.class).erasePeople(ORG, Set.of(7L));

        usage.bean(UsageImport.class).reimport(ORG, ReportKind.USERS_1_DAY, DAY);

        assertThat(usage.rows("select 1 from usage_user_day where person_id = 7"))
                .isEmpty();
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, InventedRows.users(3, DAY, 20)))
                .as("GitHub's file is still the one that is known")
                .isEqualTo(new ImportOutcome.Unchanged(DAY));
    }

    @Test
    void anArchiveThatCannotBeReadIsDroppedAndTheOthersAreWrittenAnew() throws IOException {
        usage.database.update("""
            update report_chunk set content = substr(content, 1, length(content) / 2)
             where org_id = ? and kind = 'users-1-day' and day = ?
            """, ORG, OLD);

        usage.bean(Retention.class).erasePeople(ORG, Set.of(7L));

        assertThat(usage.rows("select kind, day, parts from report_import order by kind, day"))
                .containsExactly(
                        "user-teams-1-day 2026-09-10 1",
                        "user-teams-1-day 2026-11-16 1",
                        "users-1-day 2026-09-10 0",
                        "users-1-day 2026-11-16 1");
        assertThat(usage.rows("select distinct day from report_chunk where kind = 'users-1-day'"))
                .containsExactly("2026-11-16");
        assertThat(archived(ReportKind.USERS_1_DAY))
                .doesNotContain("person-7\"")
                .contains("person-8\"");
        assertThat(usage.rows("select 1 from usage_user_day where person_id = 7"))
                .isEmpty();
        assertThat(usage.rows("select distinct day from usage_user_day order by day"))
                .as("what was loaded from it stays")
                .containsExactly("2026-09-10", "2026-11-16");
    }

    @Test
    void aReportThatIsRestatedWhileItIsReadIsLeftForTheNextTime() throws IOException {
        LedgerEntry before = known(ReportKind.USERS_1_DAY);
        usage.load(ReportKind.USERS_1_DAY, DAY, InventedRows.users(3, DAY, 30));

        assertThatThrownBy(() -> usage.bean(ArchiveEraser.class).erase(ORG, before, Set.of(7L)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("replaced while it was read");
        assertThat(archived(ReportKind.USERS_1_DAY)).isEqualTo(InventedRows.users(3, DAY, 30));

        usage.bean(Retention.class).erasePeople(ORG, Set.of(7L));
        assertThat(archived(ReportKind.USERS_1_DAY))
                .doesNotContain("person-7\"")
                .containsPattern("person-2[1-9]\"");
    }

    @Test
    void noFileIsReplacedWhileAReportIsImported() throws Exception {
        LedgerEntry report = known(ReportKind.USERS_1_DAY);

        try (Connection importing = usage.connect();
                Statement lock = importing.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('flightlog usage " + ORG + "', 0))");
            assertThatThrownBy(() -> usage.database.transact(() -> {
                        usage.database.update("set local lock_timeout = '50ms'");
                        erase(report, Set.of(7L));
                    }))
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            refused -> assertThat(refused.sqlState()).isEqualTo("55P03"));
        }

        assertThat(archived(ReportKind.USERS_1_DAY)).contains("person-7\"");
    }

    private static LedgerEntry known(ReportKind kind) {
        return Objects.requireNonNull(usage.bean(ReportImportStore.class).find(ORG, kind, DAY));
    }

    private static void erase(LedgerEntry report, Set<Long> people) {
        try {
            usage.bean(ArchiveEraser.class).erase(ORG, report, people);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void anOrganizationIsErasedAndOthersAreNot() throws IOException {
        usage.load(2, ReportKind.USERS_1_DAY, DAY, InventedRows.users(3, DAY, 20));

        usage.bean(Retention.class).eraseOrganization(ORG);

        for (String table :
                List.of("usage_user_day", "usage_day", "usage_week", "usage_person", "report_import", "report_chunk")) {
            assertThat(usage.rows("select distinct org_id from " + table))
                    .as(table)
                    .containsExactly("2");
        }
    }

    private static String archived(ReportKind kind) throws IOException {
        try (var content = usage.bean(ReportArchive.class).open(ORG, kind, DAY, 1)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

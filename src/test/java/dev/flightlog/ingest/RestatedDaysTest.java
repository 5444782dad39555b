package dev.flightlog.ingest;

import static dev.flightlog.ingest.load.UsageDatabase.DAY;
import static dev.flightlog.ingest.load.UsageDatabase.ORG;
import static dev.flightlog.ingest.load.UsageDatabase.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.load.UsageDatabase;
import dev.flightlog.ingest.receive.PartSource;
import dev.flightlog.usage.InventedRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day is there as a whole or not at all, whatever happens on the way. */
class RestatedDaysTest {
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
    void clear() {
        usage.clear();
    }

    @Test
    void theSameReportAgainChangesNothing() throws IOException {
        usage.load(ReportKind.USERS_1_DAY, DAY, sample(ReportKind.USERS_1_DAY));
        List<String> before = usage.rows("select * from usage_user_day");

        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, sample(ReportKind.USERS_1_DAY)))
                .isEqualTo(new ImportOutcome.Unchanged(DAY));
        assertThat(usage.rows("select * from usage_user_day")).isEqualTo(before);
        assertThat(usage.rows("select restated_at, previous_digest from report_import"))
                .containsExactly("- -");
    }

    @Test
    void aRestatedDayIsReplacedAndTheOldFiguresAreGone() throws IOException {
        usage.load(ReportKind.USER_TEAMS_1_DAY, DAY, sample(ReportKind.USER_TEAMS_1_DAY));
        usage.load(ReportKind.USERS_1_DAY, DAY, sample(ReportKind.USERS_1_DAY));
        String restated = sample(ReportKind.USERS_1_DAY).lines().toList().get(1).replace("intellij", "zed");

        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, restated))
                .isEqualTo(new ImportOutcome.Imported(DAY, 1, List.of(DAY), true));

        assertThat(usage.rows("select person_id from usage_user_day")).containsExactly("502");
        assertThat(usage.rows("select team_id, active_people from usage_day order by team_id"))
                .containsExactly("0 1", "42 1", "43 0");
        assertThat(usage.rows("select team_id, value from usage_breakdown_day where dimension = 'editor' order by 1"))
                .containsExactly("0 zed", "42 zed");
        assertThat(usage.rows("select team_id, active_people from usage_week order by 1"))
                .containsExactly("0 1", "42 1", "43 0");
        assertThat(usage.rows("""
            select kind, previous_digest is not null as known, restated_at is not null as restated
              from report_import order by kind
            """)).containsExactly("user-teams-1-day false false", "users-1-day true true");
        assertThat(usage.rows("select distinct day from usage_day")).containsExactly("2026-11-16");
    }

    @Test
    void anOrderOfPartsThatGitHubChangesIsNoRestatement() throws IOException {
        String[] lines = sample(ReportKind.USERS_1_DAY).split("\n");
        usage.load(ReportKind.USERS_1_DAY, DAY, lines[0], lines[1]);

        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, lines[1], lines[0]))
                .isEqualTo(new ImportOutcome.Unchanged(DAY));
    }

    @Test
    void aConnectionThatBreaksInTheSecondPartLeavesTheOldDay() throws IOException {
        usage.load(ReportKind.USERS_1_DAY, DAY, InventedRows.users(1, DAY, 50));
        List<String> before = everything();

        assertThatThrownBy(() -> usage.loader.load(ORG, ReportKind.USERS_1_DAY, DAY, DAY, breaking()))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatWasRestatedWhileTheArchiveWasReadIsNotPutBack() throws IOException {
        usage.load(ReportKind.USERS_1_DAY, DAY, InventedRows.users(1, DAY, 50));
        LedgerEntry old =
                Objects.requireNonNull(usage.bean(ReportImportStore.class).find(ORG, ReportKind.USERS_1_DAY, DAY));
        usage.load(ReportKind.USERS_1_DAY, DAY, InventedRows.users(2, DAY, 60));
        List<String> restated = everything();

        assertThatThrownBy(() -> usage.loader.reload(ORG, old))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("replaced");
        assertThat(everything()).isEqualTo(restated);
    }

    @Test
    void postgresThatFailsInTheMiddleLeavesTheOldDay() throws IOException {
        usage.load(ReportKind.USER_TEAMS_1_DAY, DAY, InventedRows.teams(1, DAY, 50, 4));
        usage.load(ReportKind.USERS_1_DAY, DAY, InventedRows.users(1, DAY, 50));
        List<String> before = everything();
        usage.database.update("alter table usage_week add constraint broken check (week < '2000-01-01') not valid");
        try {
            assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, InventedRows.users(2, DAY, 60)))
                    .isInstanceOf(ImportOutcome.Rejected.class);
        } finally {
            usage.database.update("alter table usage_week drop constraint broken");
        }
        assertThat(everything()).isEqualTo(before);

        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, InventedRows.users(2, DAY, 60)))
                .isInstanceOf(ImportOutcome.Imported.class);
    }

    @Test
    void aReportThatIsGoneLaterIsKept() throws IOException {
        usage.load(ReportKind.USERS_1_DAY, DAY, sample(ReportKind.USERS_1_DAY));

        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, "\"No report available\""))
                .isEqualTo(new ImportOutcome.NoData("GitHub's file has no rows"));
        assertThat(usage.rows("select outcome, problem from report_import"))
                .containsExactly("imported GitHub's file has no rows");
        assertThat(usage.count("usage_user_day")).isEqualTo(3);
    }

    @Test
    void nothingIsNeverZeros() throws IOException {
        assertThat(usage.load(ReportKind.USERS_1_DAY, DAY, "\n\n")).isInstanceOf(ImportOutcome.NoData.class);

        assertThat(usage.count("usage_day")).isZero();
        assertThat(usage.rows("select outcome from report_import")).containsExactly("no_data");
    }

    @Test
    void theArchiveLoadsAgainWithoutGitHub() throws IOException {
        usage.load(ReportKind.USER_TEAMS_1_DAY, DAY, InventedRows.teams(1, DAY, 50, 4));
        usage.load(ReportKind.USERS_1_DAY, DAY, InventedRows.users(1, DAY, 50));
        List<String> before = everything();
        usage.database.update("delete from usage_user_day");
        usage.database.update("update usage_day set active_people = 0");

        UsageImport again = usage.bean(UsageImport.class);
        assertThat(again.reimport(ORG, ReportKind.USERS_1_DAY, DAY)).isInstanceOf(ImportOutcome.Imported.class);

        assertThat(everything()).isEqualTo(before);
        assertThat(usage.rows("select restated_at from report_import")).containsExactly("-", "-");
    }

    private static List<String> everything() {
        return usage.rows("""
            select (select md5(string_agg(cast(u as text), ';' order by u.person_id)) from usage_user_day u) as users
                 , (select md5(string_agg(cast(d as text), ';' order by d.team_id)) from usage_day d) as days
                 , (select md5(string_agg(cast(b as text), ';' order by b.team_id, b.dimension)) from usage_breakdown b) as b
                 , (select md5(string_agg(cast(w as text), ';' order by w.team_id)) from usage_week w) as weeks
                 , (select md5(string_agg(cast(c as text), ';' order by c.kind, c.chunk)) from report_chunk c) as archive
                 , (select md5(string_agg(digest, ';' order by kind)) from report_import) as ledger
            """);
    }

    private static PartSource breaking() {
        byte[] rows = InventedRows.users(2, DAY, 80).getBytes(StandardCharsets.UTF_8);
        return new PartSource() {
            @Override
            public int parts() {
                return 2;
            }

            @Override
            public InputStream open(int part) {
                return part == 0 ? new ByteArrayInputStream(rows) : new Breaking(rows);
            }
        };
    }

    /** Half of a file, and then the connection is gone. */
    private static final class Breaking extends InputStream {
        private final byte[] bytes;
        private int position;

        private Breaking(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            if (position >= bytes.length / 2) {
                throw new IOException("connection reset");
            }
            return bytes[position++] & 0xff;
        }
    }
}

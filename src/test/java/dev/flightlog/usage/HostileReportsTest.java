package dev.flightlog.usage;

import static dev.flightlog.ingest.load.UsageDatabase.DAY;
import static dev.flightlog.ingest.load.UsageDatabase.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.ImportOutcome;
import dev.flightlog.ingest.load.UsageDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no reports: refused with words, and nothing of them is stored. */
class HostileReportsTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"day\":\"2026-11-16\",\"user_id\":1",
                "{\"day\":\"2026-11-16\",\"user_id\":1}\n{\"day\":",
                "[{\"day\":\"2026-11-16\",\"user_id\":1}",
                "<html>Access denied</html>",
                "{\"day\":\"2026-11-16\"}",
                "{\"day\":\"2026-11-16\",\"user_id\":null}",
                "{\"day\":\"2026-11-17\",\"user_id\":1}",
                "{\"day\":\"yesterday\",\"user_id\":1}",
                "{\"day\":\"2026-11-16\",\"user_id\":1} \"and that was all\""
            })
    void areRefusedInWords(String file) throws IOException {
        ImportOutcome outcome = usage.load(ReportKind.USERS_1_DAY, DAY, file);

        assertThat(outcome).isInstanceOf(ImportOutcome.Rejected.class);
        assertThat(((ImportOutcome.Rejected) outcome).problem()).isNotBlank().doesNotContain("yesterday", "maybe");
        assertNothingStored();
        assertThat(usage.rows("select outcome from report_import")).containsExactly("failed");
    }

    /** GitHub promises no schema: what is odd in one field, or after a row, costs that and no more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"day\":\"2026-11-16\",\"user_id\":1,\"loc_added_sum\":-1}",
                "{\"day\":\"2026-11-16\",\"user_id\":1,\"loc_added_sum\":99999999999999999999}",
                "{\"day\":\"2026-11-16\",\"user_id\":1,\"loc_added_sum\":{}}",
                "{\"day\":\"2026-11-16\",\"user_id\":1,\"ai_credits_used\":1e300}",
                "{\"day\":\"2026-11-16\",\"user_id\":1,\"used_agent\":\"maybe\"}",
                "{\"day\":\"2026-11-16\",\"user_id\":1,\"totals_by_ide\":{}}",
                "{\"day\":\"2026-11-16\",\"user_id\":1,\"totals_by_ide\":[[]]}",
                "{\"day\":\"2026-11-16\",\"user_id\":1}\n{\"day\":\"2026-11-16\",\"user_id\":1}",
                "{\"day\":\"2026-11-16\",\"user_id\":1} 7"
            })
    void areTakenWithoutWhatIsOdd(String file) throws IOException {
        ImportOutcome outcome = usage.load(ReportKind.USERS_1_DAY, DAY, file);

        assertThat(outcome).isInstanceOf(ImportOutcome.Imported.class);
        assertThat(usage.rows("""
            select count(*) as people, sum(loc_added) as lines, sum(ai_credits) = 0 as free, bool_or(used_agent) as agent
            from usage_user_day
            """)).containsExactly("1 0 true false");
    }

    @Test
    void namesThatPostgresCannotTakeAreMended() throws IOException {
        usage.load(
                ReportKind.USERS_1_DAY,
                DAY,
                "{\"day\":\"2026-11-16\",\"user_id\":1,\"user_login\":\"a\\u0000b\\ud800\",\"totals_by_ide\":"
                        + "[{\"ide\":\"v\\u0000\",\"loc_added_sum\":1}]}");
        usage.load(
                ReportKind.REPOS_1_DAY,
                DAY,
                "{\"day\":\"2026-11-16\",\"repo_id\":1,\"repo_name\":\"a\\u0000b\\ud800\",\"x\":\"\\\\u0000"
                        + " \\u0000\"}");

        assertThat(usage.rows("select login from usage_person")).containsExactly("a\uFFFDb\uFFFD");
        assertThat(usage.rows("select value from usage_breakdown_day")).containsExactly("v\uFFFD");
        assertThat(usage.rows("select report ->> 'x' as x from usage_repository_day"))
                .containsExactly("\\u0000 \uFFFD");
    }

    @Test
    void moreValuesThanThereCanBeBecomeOther() throws IOException {
        StringBuilder file = new StringBuilder();
        for (int person = 1; person <= 6_000; person++) {
            file.append("{\"day\":\"2026-11-16\",\"user_id\":")
                    .append(person)
                    .append(",\"totals_by_ide\":[{\"ide\":\"e");
            file.append(person)
                    .append("\",\"code_generation_activity_count\":")
                    .append(person)
                    .append("}]}\n");
        }

        usage.load(ReportKind.USERS_1_DAY, DAY, file.toString());

        assertThat(usage.rows("select count(*) as n, sum(generations) as g from usage_breakdown_day"))
                .containsExactly("500 18003000");
        assertThat(usage.rows("select count(*) as n from usage_breakdown_day where value = 'other'"))
                .containsExactly("1");
    }

    @Test
    void randomDamageIsEitherRefusedOrARowLikeOthers() throws IOException {
        Random random = new Random(7);
        int openBefore = openScratchFiles();
        byte[] good = sample(ReportKind.USERS_1_DAY).getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int round = 0; round < 120; round++) {
            usage.clear();
            byte[] bad = good.clone();
            for (int hit = 0; hit <= random.nextInt(4); hit++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            ImportOutcome outcome =
                    usage.load(ReportKind.USERS_1_DAY, DAY, new String(bad, StandardCharsets.ISO_8859_1));
            if (outcome instanceof ImportOutcome.Rejected) {
                refused++;
                assertNothingStored();
            } else {
                // What names a person may be hit: that row is left out, and a row of each person stays one.
                assertThat(usage.rows("select people between 1 and 3 as sane from usage_day"))
                        .containsExactly("true");
                assertThat(usage.rows("select count(*) = count(distinct person_id) as sane from usage_user_day"))
                        .containsExactly("true");
            }
        }
        assertThat(refused).isBetween(1, 119);
        assertThat(openScratchFiles()).as("scratch files left open").isLessThanOrEqualTo(openBefore);
    }

    /** A scratch file has no name while it is open: only this process's own handles tell. Linux shows them. */
    private static int openScratchFiles() throws IOException {
        int open = 0;
        try (DirectoryStream<Path> handles = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path handle : handles) {
                if (target(handle).contains("flightlog-scratch-")) {
                    open++;
                }
            }
        } catch (NoSuchFileException elsewhere) {
            return 0;
        }
        return open;
    }

    /** Empty for a handle that was closed while the list was read. */
    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static void assertNothingStored() {
        assertThat(usage.rows("""
            select (select count(*) from usage_user_day) + (select count(*) from usage_day)
                 + (select count(*) from usage_breakdown) + (select count(*) from usage_week)
                 + (select count(*) from usage_person) + (select count(*) from report_chunk) as rows
            """)).containsExactly("0");
    }
}

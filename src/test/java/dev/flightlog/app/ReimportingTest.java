package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A report that cannot be loaded again keeps no other from it. */
class ReimportingTest {
    private static final String NO_REPORT =
            HexFormat.of().formatHex(Zstd.compress("this is no report\n".getBytes(StandardCharsets.UTF_8)));

    private final TestApplication app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")));

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void whateverIsWrongWithTheOldestReportsTheOthersAreLoaded() {
        Organization acme = InventedOrganization.create(app.github().world(), "acme", 42, 14, 9, 2)
                .punctual()
                .organization();
        app.github().installApp(acme);
        app.runJobs();
        String oldest = app.query(
                        "select min(report.day) from report_import as report join usage_user_day as usage using (day)"
                                + " where report.kind = 'users-1-day' and report.outcome = 'imported'")
                .getFirst();
        String archive = "org_id = " + acme.id() + " and kind = 'user-teams-1-day' and day = '" + oldest + "'";
        app.execute("update report_chunk set content = '\\x" + NO_REPORT + "' where " + archive);
        app.execute("alter table usage_user_day add constraint broken check (day <> '" + oldest + "') not valid");

        List<String> outcomes = new ArrayList<>();
        assertThat(app.bean(Reimporting.class).all(acme.id(), outcomes::add)).isFalse();

        assertThat(outcomes)
                .hasSize(Integer.parseInt(app.query("select count(*) from report_import where outcome = 'imported'")
                        .getFirst()));
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.contains("failed"))
                .satisfiesExactly(
                        invalid -> assertThat(invalid)
                                .startsWith("user-teams-1-day " + oldest + ": failed: InvalidReportException: "),
                        refused -> assertThat(refused)
                                .startsWith("users-1-day " + oldest + ": failed: DatabaseException")
                                .contains("23514"));
    }
}

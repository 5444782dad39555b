package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator makes all figures anew from what is archived. */
class ReimportProcessTest {
    private static final String FIGURES = """
        select md5(string_agg(figures, E'\\n' order by figures)) from (
            select usage_user_day::text as figures from usage_user_day
            union all select usage_day::text from usage_day
            union all select usage_breakdown::text from usage_breakdown
            union all select usage_week::text from usage_week
            union all select usage_team_day::text from usage_team_day) as all_figures
        """;

    private final Fleet fleet = new Fleet(Postgres.fresh());

    @BeforeEach
    void load() {
        ServerProcess server = fleet.start();
        fleet.install();
        fleet.await(
                "nothing is being read",
                () -> fleet.query("select count(*) from scheduled_tasks where task_name in ('usage', 'history') and"
                                + " picked")
                        .equals("0"));
        server.terminate();
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void figuresThatWereDamagedAreMadeAnewWithoutGitHub() {
        String before = fleet.query(FIGURES);
        fleet.update("update usage_day set interactions = interactions + 1");
        fleet.update("update usage_user_day set active = not active");
        fleet.update("delete from usage_week");
        assertThat(fleet.query(FIGURES)).isNotEqualTo(before);
        fleet.github().forgetRequests();

        ServerProcess reimport = fleet.launch("reimport", "acme");

        assertThat(reimport.awaitEnd()).as(reimport.log()).isZero();
        assertThat(reimport.log()).contains("users-28-day", " rows").doesNotContain("failed");
        assertThat(fleet.query(FIGURES)).isEqualTo(before);
        assertThat(fleet.github().requests()).isEmpty();
    }

    @Test
    void anOrganizationThatIsNotHereIsSaid() {
        ServerProcess reimport = fleet.launch("reimport", "nobody");

        assertThat(reimport.awaitEnd()).isEqualTo(64);
        assertThat(reimport.log()).contains("reimport needs the name of an organization");
    }
}

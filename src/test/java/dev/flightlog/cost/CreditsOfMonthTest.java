package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.privacy.SuppressionRequest;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who used a month's AI credits: added up when days change, and never told by days that have changed since. */
class CreditsOfMonthTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final TestApplication app = TestApplication.start(new SettableClock(Instant.parse("2026-11-18T09:00:00Z")));
    private TeamCreditsStore credits;
    private long org;

    @BeforeEach
    void load() {
        InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 42, 30, 9, 6)
                .punctual();
        app.github().installApp(acme.organization());
        app.runJobs();
        credits = app.bean(TeamCreditsStore.class);
        org = acme.organization().id();
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void theListIsTheSumOfTheDaysBeforeAndAfterItIsAddedUp() {
        assertThat(told(NOVEMBER)).hasSizeGreaterThan(10).isEqualTo(sums("2026-11-01", "2026-11-30"));
        assertThat(told(NOVEMBER.minusMonths(1))).isNotEmpty().isEqualTo(sums("2026-10-01", "2026-10-31"));

        app.execute("update usage_user_day set ai_credits = ai_credits + 1");
        app.execute("update usage_day set ai_credits = ai_credits + 1");
        List<String> after = sums("2026-11-01", "2026-11-30");
        assertThat(told(NOVEMBER)).as("days have changed").isEqualTo(after);
        app.bean(JobQueue.class).ensure(SuppressionRequest.TYPE, new SuppressionRequest(org));
        app.runJobs();
        assertThat(told(NOVEMBER)).as("added up again").isEqualTo(after);

        app.execute("update usage_person set month_credits = 0.25");
        assertThat(told(NOVEMBER))
                .as("read, not added up")
                .allSatisfy(person -> assertThat(person).endsWith(" 0.25"));
    }

    @Test
    void onlyMonthsWithSomethingToTellAreLookedUp() {
        app.execute("insert into billing_month (org_id, month, gross_credits, gross_usd, net_credits, net_usd, read_at)"
                + " values (" + org + ", '2026-03-01', 5, 0.05, 5, 0.05, '2026-04-10T00:00Z')");

        assertThat(app.bean(Costs.class).latest(org, SeatRules.DEFAULTS, 12))
                .extracting(month -> month.credits().month())
                .containsExactly(NOVEMBER, NOVEMBER.minusMonths(1), YearMonth.of(2026, 3));
    }

    private List<String> told(YearMonth month) {
        return credits.people(org, month).stream()
                .map(person -> person.login() + " "
                        + person.credits().stripTrailingZeros().toPlainString())
                .toList();
    }

    private List<String> sums(String first, String last) {
        return app.query("""
            select login || ' ' || trim_scale(sum(ai_credits)) from usage_user_day join person using (org_id, person_id)
            where day between '%s' and '%s'
            group by login having sum(ai_credits) > 0 order by sum(ai_credits) desc, lower(login)
            """.formatted(first, last));
    }
}

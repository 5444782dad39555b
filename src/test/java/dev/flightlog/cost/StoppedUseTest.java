package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.CopilotBudget;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Use that GitHub stopped on Dec 17 with the pool, as the stored days show it. Each working day uses a thirteenth of the
 * pool, so that December's 13th working day is the last; January has 21.
 */
class StoppedUseTest {
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final Instant LOADED = Instant.parse("2026-12-28T09:00:00Z");

    private final SettableClock clock = new SettableClock(LOADED);
    private final TestApplication app = TestApplication.start(clock);
    private long org;
    private int seats;

    @BeforeEach
    void load() {
        InventedOrganization acme = InventedOrganization.create(app.github().world(), "acme", 46, 60, 9, 10)
                .punctual();
        acme.organization().copilot().budgets(List.of(CopilotBudget.ofCredits("b-1", 0, true)));
        app.github().installApp(acme.organization());
        app.github()
                .administrators()
                .accept(
                        app.github().world().installationOf(acme.organization()).orElseThrow(),
                        BillingSync.PERMISSION,
                        "read");
        app.runJobs();
        org = acme.organization().id();
        seats = Integer.parseInt(app.query("select business_seats from seat_day where day = '2026-12-28'")
                .getFirst());
        app.execute("delete from billing_month");
        app.execute("update usage_day set ai_credits = case when extract(isodow from day) > 5"
                + " or day between '2026-12-18' and '2026-12-31' then 0 else " + pool() + " / 13.0 end");
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void theMonthEndsAtTheStopAndNothingIsSaved() {
        CostOfMonth december = cost("2026-12-28T12:00:00Z", DECEMBER);

        assertThat(december.credits().pace()).isEqualTo(CreditMonth.Pace.USE_IS_STOPPED);
        assertThat(december.credits().projected().orElseThrow()).isCloseTo(pool(), within());
        assertThat(december.projectedOverageUsd().orElseThrow()).isLessThan(BigDecimal.ONE);
        assertThat(december.idleSaving().orElseThrow().all().condition()).isEqualTo(Saving.Condition.CREDITS_USED_UP);
    }

    @Test
    void theNextMonthPromisesNothingAndForeseesTheNextStop() {
        CostOfMonth january = cost("2027-01-03T12:00:00Z", DECEMBER.plusMonths(1));

        assertThat(january.credits().knownUse()).isEmpty();
        // 21 working days of a thirteenth of the pool each.
        assertThat(january.usual().orElseThrow())
                .isCloseTo(
                        pool().multiply(BigDecimal.valueOf(21)).divide(BigDecimal.valueOf(13), 0, RoundingMode.HALF_UP),
                        within());
        assertThat(january.idleSaving().orElseThrow().all().condition()).isEqualTo(Saving.Condition.CREDITS_USED_UP);

        CostOfMonth later = cost("2027-01-06T12:00:00Z", DECEMBER.plusMonths(1), "2027-01-01", "2027-01-04");

        assertThat(later.stop().map(UseStop::usd)).contains(0L);
        assertThat(LimitUse.of(new Policy.Budget(Optional.empty(), Optional.empty()), later)
                        .getFirst()
                        .stop()
                        .map(UseStop::usd))
                .contains(0L);
    }

    /** Owners allow 10,000 USD from the 22nd on: then the days from the 18th to the 21st are all that was stopped. */
    @Test
    void whatHeldThenDecidesNotWhatHoldsNow() {
        app.execute("insert into github_stop_budget (org_id, since, usd) values (" + org + ", '2026-12-01', 0)");
        app.execute("update github_stop_budget set since = '2026-12-22', usd = 10000 where since = '2026-12-28'");
        app.execute("update usage_day set ai_credits = " + pool() + " / 13.0 where extract(isodow from day) < 6"
                + " and day between '2026-12-22' and '2026-12-31'");

        CostOfMonth december = cost("2026-12-28T12:00:00Z", DECEMBER);

        assertThat(december.credits().pace()).isEqualTo(CreditMonth.Pace.KNOWN);
        // December has 23 working days, of which 18 and 21 were stopped.
        assertThat(december.credits().projected().orElseThrow())
                .isCloseTo(
                        pool().multiply(BigDecimal.valueOf(21)).divide(BigDecimal.valueOf(13), 0, RoundingMode.HALF_UP),
                        within());
        assertThat(december.usual().orElseThrow())
                .isCloseTo(
                        pool().multiply(BigDecimal.valueOf(23)).divide(BigDecimal.valueOf(13), 0, RoundingMode.HALF_UP),
                        within());
    }

    /** GitHub's bill has reached the budget, although the reports know of half of the credits only. */
    @Test
    void theBillMayKnowOfMoreThanTheReports() {
        app.execute("update usage_day set ai_credits = ai_credits / 2");
        app.execute("insert into billing_month (org_id, month, gross_credits, gross_usd, net_credits, net_usd, read_at)"
                + " values (" + org + ", '2026-12-01', " + pool() + ", 1, 0, 0, '2026-12-28T09:00Z')");

        assertThat(cost("2026-12-28T12:00:00Z", DECEMBER).credits().pace()).isEqualTo(CreditMonth.Pace.USE_IS_STOPPED);
    }

    private BigDecimal pool() {
        return BigDecimal.valueOf(1_900L * seats);
    }

    private static Offset<BigDecimal> within() {
        return Assertions.within(BigDecimal.ONE);
    }

    private CostOfMonth cost(String now, YearMonth month, String... knownDays) {
        clock.set(Instant.parse(now));
        for (String day : knownDays) {
            LocalDate like = LocalDate.parse(day).minusDays(28);
            app.execute(
                    "create temp table copied as select * from usage_day where team_id = 0 and day = '" + like + "';"
                            + " update copied set day = '" + day + "', ai_credits = " + pool() + " / 13.0;"
                            + " insert into usage_day select * from copied; drop table copied");
        }
        app.execute("update github_budget_read set read_at = '" + now + "', known_at = '" + now + "'");
        CostOfMonth cost = app.bean(Costs.class).of(org, SeatRules.DEFAULTS, month);
        // Nothing else is played on that day.
        clock.set(LOADED);
        return cost;
    }
}

package dev.flightlog.cost;

import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatDay;
import dev.flightlog.seat.SeatDayStore;
import dev.flightlog.seat.SeatKnowledge;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.seat.SeatsKnown;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts seats, credits and bills of a month together. */
@Singleton
public class Costs {
    /** A day's file may change for three full UTC days after it (github.md: Report days). */
    public static final int DAYS_TO_SETTLE = 4;

    private static final Duration BILL_HOLDS = Duration.ofDays(2);

    private final SeatRegister register;
    private final SeatKnowledge knowledge;
    private final SeatDayStore seatDays;
    private final CreditDaysStore creditDays;
    private final BillingStore bills;
    private final GitHubBudgetStore budgets;
    private final TeamCreditsStore people;
    private final MoneyRulesStore moneyRules;
    private final UseStops useStops;
    private final InstantSource clock;

    Costs(
            SeatRegister register,
            SeatKnowledge knowledge,
            SeatDayStore seatDays,
            CreditDaysStore creditDays,
            BillingStore bills,
            GitHubBudgetStore budgets,
            TeamCreditsStore people,
            MoneyRulesStore moneyRules,
            UseStops useStops,
            InstantSource clock) {
        this.register = register;
        this.knowledge = knowledge;
        this.seatDays = seatDays;
        this.creditDays = creditDays;
        this.bills = bills;
        this.budgets = budgets;
        this.people = people;
        this.moneyRules = moneyRules;
        this.useStops = useStops;
        this.clock = clock;
    }

    /** The UTC month that runs now. */
    public YearMonth currentMonth() {
        return YearMonth.from(today());
    }

    /** The month before the one that runs, in the days in which usage of it still arrives. */
    public Optional<YearMonth> arrivingMonth() {
        return today().getDayOfMonth() <= Billing.DAYS_TO_ARRIVE
                ? Optional.of(currentMonth().minusMonths(1))
                : Optional.empty();
    }

    /**
     * A month's cost; seats and their states are those last read, and of a past month their number, at the prices and
     * budgets that the policy had then.
     */
    public CostOfMonth of(long organizationId, SeatRules rules, YearMonth month) {
        return month.isBefore(currentMonth())
                ? past(organizationId, rules, month)
                : current(organizationId, rules, month);
    }

    private CostOfMonth current(long organizationId, SeatRules rules, YearMonth month) {
        SeatsKnown known = knowledge.now(organizationId);
        GitHubBudgets set = budgets.of(organizationId);
        Optional<SeatOverview> seats =
                known.known() ? Optional.of(register.overview(organizationId, rules)) : Optional.empty();
        LocalDate settled = today().minusDays(DAYS_TO_SETTLE);
        List<CreditDay> days = days(organizationId, month, settled);
        Stops stops = useStops.of(organizationId, days, today());
        CreditMonth credits = CreditMonth.running(
                month, days, settled, seats.flatMap(held -> CreditPool.included(held.plans())), stops);
        return new CostOfMonth(
                        known,
                        seats,
                        seats.map(held -> new HeldSeats(today(), held.seats(), held.cost())),
                        credits,
                        billing(organizationId, month),
                        set,
                        mostOfOnePerson(organizationId, month, set))
                .withUsual(usual(credits, days, settled, stops));
    }

    /** Whole months: a budget that stops use counts from the first of a month on. */
    private List<CreditDay> days(long organizationId, YearMonth month, LocalDate settled) {
        return creditDays.between(
                organizationId,
                CreditProjection.firstDay(settled).withDayOfMonth(1),
                later(month.atEndOfMonth(), settled));
    }

    /**
     * Of a month of which nothing is known yet the days before say what it will use; and of one in which use was stopped
     * the days on which it was not say what it would use.
     */
    private static Optional<BigDecimal> usual(
            CreditMonth credits, List<CreditDay> days, LocalDate settled, Stops stops) {
        YearMonth month = credits.month();
        boolean stopped =
                stops.days().stream().anyMatch(day -> YearMonth.from(day).equals(month));
        return credits.daysKnown() > 0 && !stopped
                ? Optional.empty()
                : CreditProjection.unstopped(month, days, settled, stops.days());
    }

    /** The seats of a past month are those that were read in it: what is held today says nothing about then. */
    private CostOfMonth past(long organizationId, SeatRules rules, YearMonth month) {
        List<SeatDay> days = seatDays.between(organizationId, month.atDay(1), month.atEndOfMonth());
        Optional<SeatDay> last = days.isEmpty() ? Optional.empty() : Optional.of(days.getLast());
        GitHubBudgets set = budgets.of(organizationId);
        Optional<MoneyRules> then = moneyRules.of(organizationId, month);
        SeatRules priced = then.map(kept -> kept.pricing(rules)).orElse(rules);
        return new CostOfMonth(
                new SeatsKnown.NotOfThatTime(),
                Optional.empty(),
                last.map(day -> new HeldSeats(day.day(), day.seats(), SeatCost.of(plans(day), priced))),
                CreditMonth.over(
                        month,
                        creditDays.between(organizationId, month.atDay(1), month.atEndOfMonth()),
                        last.flatMap(day -> CreditPool.included(plans(day)))),
                billing(organizationId, month),
                set,
                // Nobody is warned any more of a month of which nothing arrives.
                arrivingMonth().filter(month::equals).flatMap(_ -> mostOfOnePerson(organizationId, month, set)),
                then,
                Optional.empty());
    }

    private Billing billing(long organizationId, YearMonth month) {
        return new Billing(
                bills.biller(organizationId),
                Optional.ofNullable(bills.of(organizationId, month, whole(month))),
                bills.boughtUsd(organizationId, month),
                bills.readAt(organizationId, month)
                        .filter(readAt -> !readAt.isBefore(Billing.settlesAt(month)))
                        .isPresent());
    }

    /** Looked up only where a budget of each person asks for it: it adds up every person's days. */
    private Optional<BigDecimal> mostOfOnePerson(long organizationId, YearMonth month, GitHubBudgets known) {
        return known.ofEachPersonsCredits().isEmpty()
                ? Optional.empty()
                : Optional.of(people.mostOfOnePerson(organizationId, month.atDay(1), month.atEndOfMonth()));
    }

    /**
     * The cost of the running month, and of those before it with days of AI credits or a bill, newest first.
     *
     * @param months how many months to look at
     */
    public List<CostOfMonth> latest(long organizationId, SeatRules rules, int months) {
        YearMonth now = currentMonth();
        Set<YearMonth> known = creditDays.months(organizationId, now.minusMonths(months - 1L));
        return Stream.iterate(now, month -> month.minusMonths(1))
                .limit(months)
                .filter(month -> month.equals(now) || known.contains(month))
                .map(month -> of(organizationId, rules, month))
                .toList();
    }

    /**
     * Since when a bill must have been read: one that was read before its month ended lacks days, and so does an old one of
     * the running month.
     */
    private Instant whole(YearMonth month) {
        Instant now = clock.instant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return end.isBefore(now) ? end : now.minus(BILL_HOLDS);
    }

    static Map<SeatPlan, Integer> plans(SeatDay day) {
        Map<SeatPlan, Integer> plans = new EnumMap<>(SeatPlan.class);
        plans.put(SeatPlan.BUSINESS, day.businessSeats());
        plans.put(SeatPlan.ENTERPRISE, day.enterpriseSeats());
        plans.put(SeatPlan.UNKNOWN, Math.max(0, day.seats() - day.businessSeats() - day.enterpriseSeats()));
        return plans;
    }

    private LocalDate today() {
        Instant now = clock.instant();
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}

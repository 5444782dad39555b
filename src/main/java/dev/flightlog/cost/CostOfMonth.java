package dev.flightlog.cost;

import dev.flightlog.copilot.CreditBill.Billed;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatsKnown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Copilot costs an organization in a month.
 *
 * @param known whether and as of when seats are known; of a month that is over only their number
 * @param seats seats and idle spend as last read, in the month that runs; none where they are not known
 * @param held seats of now, or those of the last day of a past month on which they were read
 * @param credits AI credits, estimated from the usage reports
 * @param billing whose bill it is, and what it says
 * @param gitHubBudgets those that owners set on GitHub, as last read
 * @param mostOfOnePerson the most AI credits that one person used in the month; none where nobody has to know
 * @param then what the policy said about money in a month that is over; none while it runs, and where that was not kept
 * @param usual AI credits of a month at the pace of the last settled days on which nothing stopped use: what is saved is
 *     decided by it in the first days of a month, of which nothing is known yet, and in a month in which use was stopped;
 *     none in others, and without such days
 */
public record CostOfMonth(
        SeatsKnown known,
        Optional<SeatOverview> seats,
        Optional<HeldSeats> held,
        CreditMonth credits,
        Billing billing,
        GitHubBudgets gitHubBudgets,
        Optional<BigDecimal> mostOfOnePerson,
        Optional<MoneyRules> then,
        Optional<BigDecimal> usual) {
    /** Digits after the point of a share: enough that a percentage cut from it is as if cut once. */
    private static final int SHARE_DIGITS = 10;

    public CostOfMonth {
        if (known.known() != seats.isPresent()) {
            throw new IllegalArgumentException("seats must be there if they are known, which is " + known);
        }
    }

    /** Of a month that is judged by the policy in force. */
    public CostOfMonth(
            SeatsKnown known,
            Optional<SeatOverview> seats,
            Optional<HeldSeats> held,
            CreditMonth credits,
            Billing billing,
            GitHubBudgets gitHubBudgets,
            Optional<BigDecimal> mostOfOnePerson) {
        this(known, seats, held, credits, billing, gitHubBudgets, mostOfOnePerson, Optional.empty(), Optional.empty());
    }

    /** The same month at that pace. */
    CostOfMonth withUsual(Optional<BigDecimal> use) {
        return new CostOfMonth(known, seats, held, credits, billing, gitHubBudgets, mostOfOnePerson, then, use);
    }

    /** The policy's budget by which the month is judged: its own where that was kept, else that of the policy in force. */
    public Policy.Budget budget(Policy.Budget inForce) {
        return then.map(MoneyRules::budget).orElse(inForce);
    }

    /** The same month with seats decided by another policy. */
    public CostOfMonth withSeats(SeatOverview decided) {
        return new CostOfMonth(
                known, seats.map(_ -> decided), held, credits, billing, gitHubBudgets, mostOfOnePerson, then, usual);
    }

    public Biller biller() {
        return billing.biller();
    }

    /** AI credits as GitHub bills them, where that was read lately. */
    public Optional<Billed> billed() {
        return billing.bill();
    }

    /**
     * AI credits that come with the seats and are the organization's to use, as far as is known; none where the enterprise
     * is billed, whose pool they go to, and where seats are not known.
     */
    public Optional<BigDecimal> ownPool() {
        return switch (biller()) {
            case ORGANIZATION, UNKNOWN -> credits.included();
            case ENTERPRISE -> Optional.empty();
        };
    }

    /** What of the own pool is used, 1 for all of it; none without one or without a day with data. */
    public Optional<BigDecimal> shareOfPool() {
        return ownPool()
                .filter(pool -> pool.signum() > 0)
                .flatMap(pool -> credits.knownUse()
                        .map(used -> used.divide(pool, SHARE_DIGITS, RoundingMode.DOWN)
                                .stripTrailingZeros()));
    }

    /** Whether days lack, so that at least so much was used as is known. */
    public boolean atLeast() {
        return credits.hasGaps() || over() && credits.daysKnown() > 0 && !credits.complete();
    }

    /**
     * US dollars for credits beyond the own pool at the month's end, zero when it suffices; never less than GitHub bills
     * already, and in the month that runs never more than a budget on GitHub that stops use lets be bought; of a month
     * that is over, what GitHub billed, and while its bill may lack days the more of that and of the usage known. None
     * where the enterprise is billed, or where the end is not known.
     */
    public Optional<BigDecimal> projectedOverageUsd() {
        if (billIsFinal()) {
            return billedUsd();
        }
        if (billMoves()) {
            return billedUsd().map(usd -> usedBeyondPoolUsd().map(usd::max).orElse(usd));
        }
        return beyondPoolUsd()
                .map(usd -> stop().map(UseStop::usd)
                        .map(BigDecimal::valueOf)
                        .map(usd::min)
                        .orElse(usd))
                .map(usd -> usd.max(billing.boughtUsd()));
    }

    /**
     * Whether a budget on GitHub stops use before the month's end at this pace. None where nothing stops it, where that is
     * not known, and of a month that is over.
     */
    public Optional<UseStop> stop() {
        return over() ? Optional.empty() : stopLimitUsd().flatMap(this::stop);
    }

    private Optional<UseStop> stop(long usd) {
        if (credits.pace() == CreditMonth.Pace.USE_IS_STOPPED) {
            return Optional.of(new UseStop(usd, UseStop.Certainty.IN_FORCE));
        }
        BigDecimal limit = BigDecimal.valueOf(usd);
        return beyondPoolUsd()
                .filter(beyond -> beyond.compareTo(limit) > 0)
                .map(_ -> new UseStop(
                        usd,
                        credits.range()
                                        .filter(range -> beyondPoolUsd(Optional.of(range.low()))
                                                .filter(least -> least.compareTo(limit) <= 0)
                                                .isPresent())
                                        .isPresent()
                                ? UseStop.Certainty.POSSIBLE
                                : UseStop.Certainty.FORESEEN));
    }

    /** What a budget lets be bought; none where it did not stop use when that was exceeded. */
    private Optional<Long> stopLimitUsd() {
        return switch (gitHubBudgets.afterPool()) {
            case AfterPool.StopsAt(long usd) -> Optional.of(usd).filter(most -> !wentOnBeyond(most));
            case AfterPool.Bought _, AfterPool.MayStopInPart _, AfterPool.BoughtBeyondZero _, AfterPool.NotKnown _ ->
                Optional.empty();
        };
    }

    private boolean wentOnBeyond(long usd) {
        return credits.pace() != CreditMonth.Pace.USE_IS_STOPPED
                && usedBeyondPoolUsd()
                        .filter(beyond -> beyond.compareTo(BigDecimal.valueOf(usd)) > 0)
                        .isPresent();
    }

    /** AI credits by the end of the month that runs: never more than what a budget on GitHub lets be used. */
    public Optional<BigDecimal> expected() {
        Optional<BigDecimal> most = ownPool()
                .flatMap(pool -> stopLimitUsd()
                        .map(usd -> pool.add(CreditPool.credits(BigDecimal.valueOf(usd)))
                                .max(credits.used())));
        return credits.projected().map(end -> most.map(end::min).orElse(end));
    }

    /** US dollars for what the month would use beyond the own pool if nothing stopped it. */
    private Optional<BigDecimal> beyondPoolUsd() {
        return beyondPoolUsd(credits.projected());
    }

    private Optional<BigDecimal> beyondPoolUsd(Optional<BigDecimal> atEnd) {
        return ownPool()
                .flatMap(pool ->
                        atEnd.map(end -> CreditPool.usd(end.subtract(pool).max(BigDecimal.ZERO))));
    }

    /** US dollars for what was used so far beyond the own pool. */
    Optional<BigDecimal> usedBeyondPoolUsd() {
        return ownPool()
                .map(pool -> CreditPool.usd(credits.used().subtract(pool).max(BigDecimal.ZERO)));
    }

    /**
     * Whether GitHub's bill is the last word on the month: it is over, and the bill was read when no more usage was waited
     * for. A bill with as many credits as the usage reports proves nothing: it may count more than they do a day, and
     * still lack the last days.
     */
    public boolean billIsFinal() {
        return over() && billed().isPresent() && billing.settled();
    }

    /** Whether the month is over, and its bill may still lack its last days. */
    public boolean billMoves() {
        return over() && billed().isPresent() && !billIsFinal();
    }

    /** Whether the month is over. */
    public boolean over() {
        return known instanceof SeatsKnown.NotOfThatTime;
    }

    /** The seats, and the credits beyond those they include; none without seats or a projection. */
    public Optional<SeatCost> projected() {
        return held.flatMap(seats -> projectedOverageUsd().map(SeatCost::of).map(seats.cost()::plus));
    }

    /**
     * How much of the next billing cycle's pool is used at this month's pace: the one decision about whose pool it is and
     * whether it is used up. Seats that end with this cycle bring that pool nothing.
     */
    public PoolUse poolUse() {
        return switch (biller()) {
            case ENTERPRISE -> new PoolUse.SharedWithEnterprise();
            case ORGANIZATION -> ownUse().<PoolUse>map(own -> own).orElseGet(this::unknownUse);
            case UNKNOWN -> ownUse().<PoolUse>map(PoolUse.PerhapsOwn::new).orElseGet(this::unknownUse);
        };
    }

    private PoolUse unknownUse() {
        return credits.included().isEmpty() ? new PoolUse.PoolUnknown() : new PoolUse.NotProjected();
    }

    /** Credits that are bought are beyond the pool, also where the usage reports have fewer than it. */
    private Optional<PoolUse.Projected> ownUse() {
        return credits.included().flatMap(pool -> {
            Optional<BigDecimal> bought = Optional.of(CreditPool.credits(billing.boughtUsd()))
                    .filter(_ -> billing.buysCredits())
                    .map(pool::add);
            return Stream.of(credits.projected(), usual, bought)
                    .flatMap(Optional::stream)
                    .max(BigDecimal::compareTo)
                    .map(end -> new PoolUse.Projected(
                            pool.subtract(endingCredits()).max(BigDecimal.ZERO), end.max(BigDecimal.ZERO)));
        });
    }

    private BigDecimal endingCredits() {
        return seats.map(SeatOverview::endingCredits).orElse(BigDecimal.ZERO);
    }

    /** What giving back the idle seats would save; none where seats are not known. */
    public Optional<IdleSaving> idleSaving() {
        return seats.map(held -> IdleSaving.of(held, poolUse()));
    }

    /** US dollars that GitHub bills for AI credits beyond the included, where billing can be read. */
    public Optional<BigDecimal> billedUsd() {
        return billed().map(Billed::netUsd);
    }

    /** As {@link #billedUsd}, for all credits, the included ones too. */
    public Optional<BigDecimal> billedBeforeIncludedUsd() {
        return billed().map(Billed::grossUsd);
    }

    /** AI credits by model, most first; none where billing cannot be read, for the usage reports do not tell. */
    public List<ModelCredits> creditsByModel() {
        return billed().stream()
                .flatMap(bill -> bill.models().stream())
                .map(part -> new ModelCredits(part.model(), part.grossCredits()))
                .toList();
    }
}

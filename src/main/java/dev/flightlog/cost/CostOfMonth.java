package dev.flightlog.cost;

import dev.flightlog.copilot.CreditBill.Billed;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatsKnown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What Copilot costs an organization in a month.
 *
 * @param known whether and as of when seats are known; of a month that is over only their number
 * @param seats seats and idle spend as last read, in the month that runs; none where they are not known
 * @param held seats of now, or those of the last day of a past month on which they were read
 * @param credits AI credits, estimated from the usage reports
 * @param billed AI credits as GitHub bills them, where billing can be read
 * @param gitHubBudgets those that owners set on GitHub, as last read
 */
public record CostOfMonth(
        SeatsKnown known,
        Optional<SeatOverview> seats,
        Optional<HeldSeats> held,
        CreditMonth credits,
        Optional<Billed> billed,
        Biller biller,
        GitHubBudgets gitHubBudgets) {
    public CostOfMonth {
        if (known.known() != seats.isPresent()) {
            throw new IllegalArgumentException("seats must be there if they are known, which is " + known);
        }
    }

    /** US dollars: the seats, and the credits beyond those they include; none without seats or a projection. */
    public Optional<BigDecimal> projectedUsd() {
        return held.flatMap(seats -> credits.projectedOverageUsd().map(seats.usd()::add));
    }

    /** How much of the pool the month will use. */
    public PoolUse poolUse() {
        if (biller == Biller.ENTERPRISE) {
            return new PoolUse.SharedWithEnterprise();
        }
        return credits.poolUse();
    }

    /** What giving back the idle seats would save; none where seats are not known. */
    public Optional<IdleSaving> idleSaving() {
        return seats.map(held -> IdleSaving.of(held, poolUse()));
    }

    /** US dollars that GitHub bills for AI credits beyond the included, where billing can be read. */
    public Optional<BigDecimal> billedUsd() {
        return billed.map(Billed::netUsd);
    }

    /** As {@link #billedUsd}, for all credits, the included ones too. */
    public Optional<BigDecimal> billedBeforeIncludedUsd() {
        return billed.map(Billed::grossUsd);
    }

    /** AI credits by model, most first; none where billing cannot be read, for the usage reports do not tell. */
    public List<ModelCredits> creditsByModel() {
        return billed.stream()
                .flatMap(bill -> bill.models().stream())
                .map(part -> new ModelCredits(part.model(), part.grossCredits()))
                .toList();
    }
}

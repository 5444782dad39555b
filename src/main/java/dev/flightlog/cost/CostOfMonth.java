package dev.flightlog.cost;

import dev.flightlog.copilot.CreditBill.Billed;
import dev.flightlog.seat.SeatOverview;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What Copilot costs an organization in a month.
 *
 * @param seats seats and idle spend as they are now
 * @param credits AI credits, estimated from the usage reports
 * @param billed AI credits as GitHub bills them, where billing can be read
 */
public record CostOfMonth(SeatOverview seats, CreditMonth credits, Optional<Billed> billed) {
    /** US dollars: the seats, and the credits beyond those they include; none without a projection. */
    public Optional<BigDecimal> projectedUsd() {
        return credits.projectedOverageUsd().map(seats.costUsd()::add);
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

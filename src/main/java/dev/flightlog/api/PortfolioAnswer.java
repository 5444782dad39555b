package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatState;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every organization that a token opens, side by side; money is US dollars a month.
 *
 * @param people distinct people with a seat: who holds seats in two organizations counts once
 * @param seats of all organizations together; as {@code people} null where seats of one of them were never read
 * @param shared people with seats in more than one of them; null where one of them lets nobody be named
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PortfolioAnswer(
        @Nullable Integer people,
        @Nullable Integer seats,
        List<Entry> organizations,
        @Nullable List<SharedPerson> shared) {
    /**
     * One organization; seats and what rests on them are null where seats were never read.
     *
     * @param usedSeats with known activity within the policy's idle time, whatever their state: also exempt and ending ones
     * @param activeSeats in state active
     * @param monthlyCostUsd without {@code unpricedSeats}; null where no price is known
     * @param unpricedSeats seats of a plan that GitHub does not name, so that their price is not known
     * @param idleUsd what the idle seats cost as far as their price is known, null where none is; which is not what giving them back would save
     * @param idle what it would save, and on what that depends
     * @param aiCredits used in the month that runs, an estimate
     * @param dataThrough last UTC day with usage; null before the first
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(
            String organization,
            @Nullable Integer seats,
            @Nullable Integer usedSeats,
            @Nullable Integer activeSeats,
            @Nullable Integer idleSeats,
            @Nullable BigDecimal monthlyCostUsd,
            @Nullable Integer unpricedSeats,
            @Nullable BigDecimal idleUsd,
            @Nullable IdleSaved idle,
            @Nullable BigDecimal aiCredits,
            @Nullable LocalDate dataThrough) {
        static Entry of(String organization, CostOfMonth cost, @Nullable LocalDate dataThrough) {
            Optional<SeatOverview> seats = cost.seats();
            return new Entry(
                    organization,
                    seats.map(SeatOverview::seats).orElse(null),
                    seats.map(SeatOverview::used).orElse(null),
                    seats.map(held -> held.count(SeatState.ACTIVE)).orElse(null),
                    seats.map(SeatOverview::idleSeats).orElse(null),
                    seats.flatMap(held -> held.cost().least()).orElse(null),
                    seats.map(held -> held.cost().unpriced()).orElse(null),
                    seats.flatMap(held -> held.idleCost().least()).orElse(null),
                    cost.idleSaving().map(IdleSaved::of).orElse(null),
                    cost.credits().knownUse().orElse(null),
                    dataThrough);
        }
    }

    /** Somebody with seats in several organizations. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SharedPerson(String login, List<String> organizations) {}
}

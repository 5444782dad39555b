package dev.flightlog.cost;

import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatOverview.IdleSeats;
import dev.flightlog.seat.SeatState;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What giving idle seats back would save a month.
 *
 * @param direct of those that were assigned to the person: a click removes them
 * @param all of these and of those held through a team, which would have to change
 * @param nextMonth what it is computed with; null where no pool is known, and in summaries of earlier versions
 */
public record IdleSaving(
        Saving direct, Saving all, @Nullable NextMonth nextMonth) {
    /**
     * The month from which on a saving takes effect.
     *
     * @param endingSeats seats that end with the month that runs, and bring the next one nothing
     * @param included AI credits that come with the others
     * @param projected AI credits that it is expected to use, at the pace of the month that runs
     */
    public record NextMonth(int endingSeats, BigDecimal included, BigDecimal projected) {}

    public static IdleSaving of(SeatOverview seats, PoolUse use) {
        EndedSeats direct = ended(seats.removable());
        return new IdleSaving(
                Saving.of(direct, use),
                Saving.of(direct.plus(ended(seats.needsTeamChange())), use),
                nextMonth(seats.count(SeatState.ENDING), use));
    }

    private static @Nullable NextMonth nextMonth(int ending, PoolUse use) {
        return switch (use) {
            case PoolUse.Projected(var included, var projected) -> new NextMonth(ending, included, projected);
            case PoolUse.PerhapsOwn(PoolUse.Projected(var included, var projected)) ->
                new NextMonth(ending, included, projected);
            case PoolUse.SharedWithEnterprise _, PoolUse.PoolUnknown _, PoolUse.NotProjected _ -> null;
        };
    }

    private static EndedSeats ended(IdleSeats seats) {
        return new EndedSeats(seats.seats(), seats.cost(), seats.credits());
    }

    /** The one whose condition is shown: of those that a click removes, else of those held through a team. */
    public Saving main() {
        return direct.seats() == 0 ? all : direct;
    }

    /**
     * The more of both, US dollars a month: seats whose credits are worth more than their price cost money once they are
     * given back.
     */
    public BigDecimal mostUsd() {
        return direct.upToUsd().max(all.upToUsd());
    }

    /** Idle seats held through a team. */
    public int throughTeams() {
        return all.seats() - direct.seats();
    }
}

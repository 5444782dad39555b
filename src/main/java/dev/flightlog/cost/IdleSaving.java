package dev.flightlog.cost;

import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatOverview.IdleSeats;

/**
 * What giving idle seats back would save a month.
 *
 * @param direct of those that were assigned to the person: a click removes them
 * @param all of these and of those held through a team, which would have to change
 */
public record IdleSaving(Saving direct, Saving all) {
    public static IdleSaving of(SeatOverview seats, PoolUse use) {
        EndedSeats direct = ended(seats.removable());
        return new IdleSaving(Saving.of(direct, use), Saving.of(direct.plus(ended(seats.needsTeamChange())), use));
    }

    private static EndedSeats ended(IdleSeats seats) {
        return new EndedSeats(seats.seats(), seats.usd(), seats.credits());
    }

    /** The one whose condition is shown: of those that a click removes, else of those held through a team. */
    public Saving main() {
        return direct.seats() == 0 ? all : direct;
    }

    /** Idle seats held through a team. */
    public int throughTeams() {
        return all.seats() - direct.seats();
    }
}

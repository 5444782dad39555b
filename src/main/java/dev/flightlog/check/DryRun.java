package dev.flightlog.check;

/**
 * The same data of today under two policies, by the decisions that the real run takes.
 *
 * @param base what holds without the change
 * @param head what would hold with it
 * @param exemptionsLeftOut whether both are counted with the exemptions in force, because people may not be named
 * and
 *     the figures of others would reveal single people
 * @param fewDiffer whether some seats, but fewer than the least team size, would be decided differently: then the seats
 * are
 *     shown as they are now
 * @param proposedBefore seats that a review would propose today without the change
 * @param proposedAfter the same with it; as before where the difference would reveal single people
 */
record DryRun(
        PolicyEffect base,
        PolicyEffect head,
        boolean exemptionsLeftOut,
        boolean fewDiffer,
        int proposedBefore,
        int proposedAfter) {
    int idleSeatsFewer() {
        return base.seats().idleSeats() - head.seats().idleSeats();
    }

    int teamsMoreVisible() {
        return head.teams().shown() - base.teams().shown();
    }
}

package dev.flightlog.check;

/**
 * The same data of today under two policies, by the decisions that the real run takes.
 *
 * @param base what holds without the change
 * @param head what would hold with it
 */
record DryRun(PolicyEffect base, PolicyEffect head) {
    int idleSeatsFewer() {
        return base.seats().idleSeats() - head.seats().idleSeats();
    }

    int teamsMoreVisible() {
        return head.teams().visible() - base.teams().visible();
    }
}

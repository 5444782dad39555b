package dev.flightlog.seat;

/** Whether a seat's price is spent for nothing, and what it would take to stop that. */
public enum IdleSpend {
    /** In use, or not to be judged. */
    NONE,
    /** Assigned to the person: a click takes the seat away. */
    REMOVABLE,
    /** Held through a team: only a change of the team takes the seat away. */
    NEEDS_TEAM_CHANGE
}

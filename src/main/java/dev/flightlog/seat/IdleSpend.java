package dev.flightlog.seat;

/** Whether a seat's price is spent for nothing, and what it would take to stop that. */
public enum IdleSpend {
    /** In use, or not to be judged. */
    NONE,
    /** Assigned to the person: removing the seat saves its price. */
    REMOVABLE,
    /** Held through a team: only a change of the team saves its price. */
    NEEDS_TEAM_CHANGE
}

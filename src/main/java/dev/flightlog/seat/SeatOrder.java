package dev.flightlog.seat;

/**
 * In which order seats are listed.
 *
 * @param namesPeople true breaks ties by login; false by a secret of the organization, so that who knows everybody's
 * names
 *     cannot compare them with the list
 */
public record SeatOrder(By by, boolean ascending, boolean namesPeople) {
    /** Who was longest without activity first; those without any known activity before all. */
    public static final SeatOrder LONGEST_UNUSED_FIRST = new SeatOrder(By.LAST_ACTIVITY_AT, true);

    public SeatOrder {
        if (by == By.LOGIN && !namesPeople) {
            throw new IllegalArgumentException("by must not be LOGIN where namesPeople is false");
        }
    }

    /** For readers who may see names. */
    public SeatOrder(By by, boolean ascending) {
        this(by, ascending, true);
    }

    /** What it goes by. */
    public enum By {
        /** The last known activity, the usage reports' included; none is before all others. */
        LAST_ACTIVITY_AT,
        LOGIN,
        CREATED_AT,
        /** What the plan costs at list prices. */
        PRICE
    }
}

package dev.flightlog.seat;

/** In which order seats are listed; ties are broken by login. */
public record SeatOrder(By by, boolean ascending) {
    /** Who was longest without activity first; those without any known activity before all. */
    public static final SeatOrder LONGEST_UNUSED_FIRST = new SeatOrder(By.LAST_ACTIVITY_AT, true);

    /** What it goes by. */
    public enum By {
        /** The last known activity, the usage reports' included; none is before all others. */
        LAST_ACTIVITY_AT,
        LOGIN,
        CREATED_AT
    }
}

package dev.flightlog.github;

/** How many requests of one reading run beside each other. */
public enum Pace {
    /** One after the other, as GitHub asks of everybody: what is read every day, and the past. */
    ONE_BY_ONE,
    /** A few: a first load, which somebody waits for who has just installed the App. */
    A_FEW_AT_ONCE;

    /** Somebody waits for what was never read before. */
    public static Pace ofReading(boolean everRead) {
        return everRead ? ONE_BY_ONE : A_FEW_AT_ONCE;
    }
}

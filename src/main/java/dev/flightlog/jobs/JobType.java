package dev.flightlog.jobs;

/**
 * A kind of work: its name in the database and in metrics, what it needs to know, and how urgent it is.
 *
 * @param data a record that Jackson can write and read
 * @param attempts how often a job of this kind is tried before it is given up; waiting for a rate limit is no attempt
 */
public record JobType<D extends Record>(String name, Class<D> data, Priority priority, int attempts) {
    private static final int DEFAULT_ATTEMPTS = 8;

    /** At the longest pause of {@link Backoff}, a day. */
    private static final int ATTEMPTS_OF_A_DAY = 48;

    public JobType {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("name must be lower-case words joined by hyphens, but is " + name);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, but is " + attempts);
        }
    }

    /** How often it is tried while GitHub fails at it and answers others. */
    int attemptsUnanswered() {
        return mayBeGivenUp() ? attempts + ATTEMPTS_OF_A_DAY : attempts;
    }

    /** False for work that must go on whatever its failure is. */
    boolean mayBeGivenUp() {
        return attempts != Integer.MAX_VALUE;
    }

    public static <D extends Record> JobType<D> of(String name, Class<D> data, Priority priority) {
        return new JobType<>(name, data, priority, DEFAULT_ATTEMPTS);
    }

    /** Recurring work that is never given up: its handler enqueues it again at its end. */
    public static <D extends Record> JobType<D> recurring(String name, Class<D> data, Priority priority) {
        return new JobType<>(name, data, priority, Integer.MAX_VALUE);
    }
}

package dev.flightlog.review;

/** A person as they were called when they did something; the id stays. */
public record Who(long personId, String login) {
    /** The id in place of somebody whose data were erased. */
    public static final long FORGOTTEN = 0;

    public Who {
        if (login.isBlank()) {
            throw new IllegalArgumentException("login must not be blank");
        }
    }
}

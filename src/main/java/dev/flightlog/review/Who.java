package dev.flightlog.review;

/** A person as they were called when they did something; the id stays. */
public record Who(long personId, String login) {
    public Who {
        if (login.isBlank()) {
            throw new IllegalArgumentException("login must not be blank");
        }
    }
}

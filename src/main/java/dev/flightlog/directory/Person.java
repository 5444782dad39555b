package dev.flightlog.directory;

/** Somebody an organization has or had. */
public record Person(long id, String login, Role role) {
    /** What a person is to the organization. */
    public enum Role {
        ADMIN,
        MEMBER,
        NONE
    }

    public boolean member() {
        return role != Role.NONE;
    }
}

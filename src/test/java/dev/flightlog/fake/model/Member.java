package dev.flightlog.fake.model;

/** A person's membership of an organization. */
public record Member(Person person, Role role, boolean pending) {
    /** Owner or ordinary member, in GitHub's words. */
    public enum Role {
        ADMIN,
        MEMBER;

        public String json() {
            return this == ADMIN ? "admin" : "member";
        }
    }
}

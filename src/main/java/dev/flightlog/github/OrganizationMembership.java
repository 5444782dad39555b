package dev.flightlog.github;

/** How a person belongs to an organization, or that they do not. */
public enum OrganizationMembership {
    OWNER,
    MEMBER,
    /** Invited, but has not accepted. */
    PENDING,
    NONE
}

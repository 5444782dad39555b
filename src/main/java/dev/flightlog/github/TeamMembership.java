package dev.flightlog.github;

/** How a person belongs to a team or one of its child teams, or that they do not. */
public enum TeamMembership {
    MAINTAINER,
    MEMBER,
    /** Invited, but has not accepted. */
    PENDING,
    NONE
}

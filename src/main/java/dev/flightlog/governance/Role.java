package dev.flightlog.governance;

/** What somebody may ask of Flightlog in an organization. */
public enum Role {
    /** An owner, or in one of the policy's admin teams. */
    ADMIN,
    /** An active member. */
    MEMBER,
    /** Everybody else: learns nothing, not even whether a team exists. */
    OUTSIDER;

    public boolean covers(Role wanted) {
        return compareTo(wanted) <= 0;
    }
}

package dev.flightlog.setup;

/** What came of somebody's word that a repository shall be the governance repository. */
public enum AdoptionState {
    ADOPTED,
    /** Only owners of the organization may say so. */
    NOT_AN_OWNER,
    /** No repository waits for it. */
    NOTHING_TO_ADOPT
}

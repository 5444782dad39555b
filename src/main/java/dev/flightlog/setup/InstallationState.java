package dev.flightlog.setup;

/** How far an installation is, as far as a stranger may know. */
public enum InstallationState {
    /** Nothing is known of it, or nothing that strangers should know. */
    UNKNOWN,
    /** The governance repository is there. */
    READY,
    /** There is no governance repository, or the App was not given it. */
    MISSING,
    /** There is one of that name, and an owner has to say that it is the one. */
    UNCONFIRMED
}

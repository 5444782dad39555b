package dev.flightlog.check;

/**
 * Who proposes a policy, which decides what the dry run shows: nobody learns more from a proposal than from a command.
 */
enum Proposer {
    /** May ask about every seat and team. */
    ADMIN,
    /** Anybody else, and whoever cannot be known: no name is looked up, and exemptions change no figure. */
    ANYBODY
}

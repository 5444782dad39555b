package dev.flightlog.check;

/**
 * Who asks what a policy would change, which decides whether there is a dry run: nobody learns more from a proposal than from
 * a command.
 */
enum Proposer {
    /** May ask about every seat and team. */
    ADMIN,
    /** Anybody else, and whoever cannot be known: no figure, and no name is looked up. */
    ANYBODY
}

package dev.flightlog.check;

/** Who proposes a policy, which decides what the dry run tells: nobody learns more by a proposal than by a command. */
enum Proposer {
    /** May ask about every seat and team. */
    ADMIN,
    /** Anybody else, and whoever cannot be known: no name is looked up, and exemptions change no figure. */
    ANYBODY
}

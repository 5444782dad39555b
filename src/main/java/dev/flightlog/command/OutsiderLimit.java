package dev.flightlog.command;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import jakarta.inject.Singleton;

/**
 * Ends the reactions to outsiders when there are too many. In a public repository anybody can comment, under any number of
 * accounts, and each reaction counts against the app's limits at GitHub. Whoever is known as a member is not affected.
 */
@Singleton
class OutsiderLimit {
    /** For all outsiders of an organization together, in {@link CommandLogStore#WINDOW}. */
    static final int MAX_COMMANDS = 40;

    private final DirectoryStore directory;
    private final CommandLogStore log;

    OutsiderLimit(DirectoryStore directory, CommandLogStore log) {
        this.directory = directory;
        this.log = log;
    }

    /** True for a command that gets no reaction at all and is not written down. */
    boolean isReached(CommandRequest asked) {
        Person person = directory.personById(asked.organization(), asked.personId());
        boolean known = person != null && person.member();
        return !known && log.countOfOutsiders(asked) >= MAX_COMMANDS;
    }
}

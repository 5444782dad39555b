package dev.flightlog.command;

import dev.flightlog.command.parse.Command;
import dev.flightlog.command.parse.CommandSpec;
import dev.flightlog.command.parse.ParseResult;

/** What is done about a comment that is addressed to Flightlog. */
public sealed interface Decision {
    /** The command is answered. */
    record Granted(CommandSpec entry, Command command) implements Decision {}

    /** A member asks for what is not for them. */
    record Refused(CommandSpec entry, Refusal refusal) implements Decision {}

    /** A member wrote something that is no command. */
    record Misunderstood(ParseResult.NotUnderstood parsed) implements Decision {}

    /** Not a member of the organization: gets no reply, whatever was asked. */
    record NotAMember() implements Decision {}

    /** Why a member is refused; said in the same words whatever the team or person asked about. */
    enum Refusal {
        ADMINS_ONLY,
        OTHER_TEAM,
        NAMES_HIDDEN
    }
}

package dev.flightlog.command;

import dev.flightlog.command.Decision.Granted;
import dev.flightlog.command.Decision.Misunderstood;
import dev.flightlog.command.Decision.NotAMember;
import dev.flightlog.command.Decision.Refusal;
import dev.flightlog.command.Decision.Refused;
import dev.flightlog.command.parse.Command;
import dev.flightlog.command.parse.CommandSpec;
import dev.flightlog.command.parse.ParseResult;
import dev.flightlog.command.parse.WhoseRequest;
import dev.flightlog.governance.Role;

/** Decides who is answered. Knows nothing of the answer, so that it cannot reveal anything. */
final class Authorisation {
    private Authorisation() {}

    /**
     * @param inTeam whether the asker is in the team that the command is about; asked for by {@link #needsTeam}
     * @param mayName whether people may be named where the answer is posted
     */
    static Decision decide(ParseResult parsed, Role role, boolean inTeam, boolean mayName) {
        if (!role.covers(Role.MEMBER)) {
            return new NotAMember();
        }
        return switch (parsed) {
            case ParseResult.NoCommand _ -> new NotAMember();
            case ParseResult.NotUnderstood problem -> new Misunderstood(problem);
            case ParseResult.Understood(CommandSpec entry, Command command) ->
                decide(entry, command, role, inTeam, mayName);
        };
    }

    /** Whether membership of a team decides: only for members who are no admins. */
    static boolean needsTeam(ParseResult parsed, Role role) {
        return role == Role.MEMBER
                && parsed instanceof ParseResult.Understood(CommandSpec _, Command.TeamNumbers team)
                && team.team().isPresent();
    }

    private static Decision decide(CommandSpec entry, Command command, Role role, boolean inTeam, boolean mayName) {
        if (!role.covers(entry.audience().role())) {
            return new Refused(entry, Refusal.ADMINS_ONLY);
        }
        if (role != Role.ADMIN && isAboutATeam(command) && !inTeam) {
            return new Refused(entry, Refusal.OTHER_TEAM);
        }
        if (!mayName && namesPeople(command)) {
            return new Refused(entry, Refusal.NAMES_HIDDEN);
        }
        return new Granted(entry, command);
    }

    private static boolean isAboutATeam(Command command) {
        return command instanceof Command.TeamNumbers team && team.team().isPresent();
    }

    /** Answers that are about people by name and nothing without them. */
    private static boolean namesPeople(Command command) {
        return switch (command) {
            case Command.User _ -> true;
            case Command.Csv csv -> csv.content() == Command.Csv.Content.SEATS;
            case Command.Audit audit -> audit.login().isPresent();
            case Command.Undo undo -> !undo.logins().isEmpty();
            case Command.Grant grant -> grant.request() instanceof WhoseRequest.OfPerson;
            case Command.Decline decline -> decline.request() instanceof WhoseRequest.OfPerson;
            case Command.Help _,
                    Command.Summary _,
                    Command.TeamNumbers _,
                    Command.Teams _,
                    Command.Me _,
                    Command.Seats _,
                    Command.Cost _,
                    Command.ShowPolicy _,
                    Command.Refresh _,
                    Command.Redact _,
                    Command.Review _,
                    // Its first word may begin a reason: the answer decides, and says nothing about anybody else.
                    Command.Keep _,
                    Command.Approve _,
                    Command.RequestSeat _,
                    Command.Status _ -> false;
        };
    }
}

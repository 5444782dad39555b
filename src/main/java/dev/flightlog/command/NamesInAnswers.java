package dev.flightlog.command;

import dev.flightlog.command.parse.Command;
import dev.flightlog.command.parse.CommandSpec;
import dev.flightlog.publish.Naming;

/** Which answers tell something of people by name, where people may be named. Pure. */
final class NamesInAnswers {
    private NamesInAnswers() {}

    static Naming of(Decision decision, boolean mayName) {
        return mayName && decision instanceof Decision.Granted(CommandSpec _, Command command)
                ? of(command)
                : Naming.NOBODY;
    }

    private static Naming of(Command command) {
        return switch (command) {
            case Command.Me _,
                    Command.User _,
                    Command.Seats _,
                    Command.Cost _,
                    Command.ShowPolicy _,
                    Command.Audit _,
                    Command.Review _,
                    Command.Keep _,
                    Command.Approve _,
                    Command.Undo _,
                    Command.RequestSeat _,
                    Command.Grant _,
                    Command.Decline _ -> Naming.PEOPLE;
            case Command.Csv csv -> csv.content() == Command.Csv.Content.SEATS ? Naming.PEOPLE : Naming.NOBODY;
            case Command.Help _,
                    Command.Summary _,
                    Command.TeamNumbers _,
                    Command.Teams _,
                    Command.Refresh _,
                    Command.Redact _,
                    Command.Status _ -> Naming.NOBODY;
        };
    }
}

package dev.flightlog.command;

import dev.flightlog.command.Decision.Refusal;
import dev.flightlog.command.parse.CommandParser;
import dev.flightlog.governance.Role;

/** Whether somebody may look at a page: they may where the command that asks for the same would be answered. */
public enum PageRights {
    GRANTED,
    ADMINS_ONLY,
    OTHER_TEAM,
    NAMES_HIDDEN,
    /** There is no such command: what was put into it is no team, login or other word of it. */
    NONE;

    /**
     * Decides by the rules of commands, without knowing any number.
     *
     * @param command what follows the prefix, such as {@code team payments}
     * @param inTeam whether the person is in the team that it is about
     * @param mayName whether people may be named where the answer is shown
     */
    public static PageRights of(String command, Role role, boolean inTeam, boolean mayName) {
        return switch (Authorisation.decide(CommandParser.line(command), role, inTeam, mayName)) {
            case Decision.Granted _ -> GRANTED;
            case Decision.Refused refused -> of(refused.refusal());
            case Decision.Misunderstood _, Decision.NotAMember _ -> NONE;
        };
    }

    private static PageRights of(Refusal refusal) {
        return switch (refusal) {
            case ADMINS_ONLY -> ADMINS_ONLY;
            case OTHER_TEAM -> OTHER_TEAM;
            case NAMES_HIDDEN -> NAMES_HIDDEN;
        };
    }
}

package dev.flightlog.command;

import dev.flightlog.command.Decision.Granted;
import dev.flightlog.command.Decision.Misunderstood;
import dev.flightlog.command.Decision.Refused;
import dev.flightlog.command.Decision.Unheard;
import jakarta.inject.Singleton;

/** Which answer belongs to which command. */
@Singleton
class Answers {
    private final SummaryAnswer summaries;
    private final TeamAnswer teams;
    private final TeamsAnswer allTeams;
    private final PersonAnswer people;
    private final SeatsAnswer seats;
    private final CostAnswer costs;
    private final CsvAnswer tables;
    private final RefreshAnswer refreshes;
    private final AuditAnswer audits;
    private final StatusAnswer status;

    Answers(
            SummaryAnswer summaries,
            TeamAnswer teams,
            TeamsAnswer allTeams,
            PersonAnswer people,
            SeatsAnswer seats,
            CostAnswer costs,
            CsvAnswer tables,
            RefreshAnswer refreshes,
            AuditAnswer audits,
            StatusAnswer status) {
        this.summaries = summaries;
        this.teams = teams;
        this.allTeams = allTeams;
        this.people = people;
        this.seats = seats;
        this.costs = costs;
        this.tables = tables;
        this.refreshes = refreshes;
        this.audits = audits;
        this.status = status;
    }

    /** The reply to a member. */
    Reply to(Decision decision, Question question) {
        return switch (decision) {
            case Granted(Entry _, Command command) -> to(command, question);
            case Refused refused -> RefusalReply.refused(refused, question);
            case Misunderstood(Parsed.NotUnderstood problem) -> RefusalReply.misunderstood(problem, question);
            case Unheard _ -> throw new IllegalArgumentException("decision must not be Unheard: it has no reply");
        };
    }

    private Reply to(Command command, Question question) {
        return switch (command) {
            case Command.Help help -> HelpAnswer.render(help, question);
            case Command.Summary summary -> summaries.answer(summary, question);
            case Command.TeamNumbers team -> teams.answer(team, question);
            case Command.Teams all -> allTeams.answer(all, question);
            case Command.Me _ -> people.answer(question.personId(), question.login(), question, true);
            case Command.User user -> people.answer(user.login(), question);
            case Command.Seats wanted -> seats.answer(wanted, question);
            case Command.Cost cost -> costs.answer(cost, question);
            case Command.Csv csv -> tables.answer(csv, question);
            case Command.ShowPolicy _ -> PolicyAnswer.render(question);
            case Command.Refresh _ -> refreshes.start(question);
            case Command.Audit audit -> audits.answer(audit, question);
            case Command.Status _ -> status.answer(question);
        };
    }

    /** What goes on after the reply stands. */
    void afterwards(Decision decision, Asked asked, Question question) {
        if (decision instanceof Granted(Entry _, Command.Refresh _)) {
            refreshes.follow(asked, question);
        }
    }
}

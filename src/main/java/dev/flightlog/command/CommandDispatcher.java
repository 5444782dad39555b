package dev.flightlog.command;

import dev.flightlog.command.Decision.Granted;
import dev.flightlog.command.Decision.Misunderstood;
import dev.flightlog.command.Decision.NotAMember;
import dev.flightlog.command.Decision.Refused;
import dev.flightlog.command.answer.AuditAnswer;
import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.command.answer.CostAnswer;
import dev.flightlog.command.answer.CsvAnswer;
import dev.flightlog.command.answer.HelpAnswer;
import dev.flightlog.command.answer.PersonAnswer;
import dev.flightlog.command.answer.PolicyAnswer;
import dev.flightlog.command.answer.RefusalReply;
import dev.flightlog.command.answer.Reply;
import dev.flightlog.command.answer.ReviewAnswer;
import dev.flightlog.command.answer.SeatsAnswer;
import dev.flightlog.command.answer.StatusAnswer;
import dev.flightlog.command.answer.SummaryAnswer;
import dev.flightlog.command.answer.TeamAnswer;
import dev.flightlog.command.answer.TeamsAnswer;
import dev.flightlog.command.parse.Command;
import dev.flightlog.command.parse.CommandSpec;
import dev.flightlog.command.parse.ParseResult;
import dev.flightlog.command.redact.RedactAnswer;
import dev.flightlog.command.refresh.RefreshAnswer;
import jakarta.inject.Singleton;

/** Which answer belongs to which command. */
@Singleton
class CommandDispatcher {
    private final SummaryAnswer summaries;
    private final TeamAnswer teams;
    private final TeamsAnswer allTeams;
    private final PersonAnswer people;
    private final SeatsAnswer seats;
    private final CostAnswer costs;
    private final CsvAnswer tables;
    private final RefreshAnswer refreshes;
    private final RedactAnswer redactions;
    private final ReviewAnswer reviews;
    private final AuditAnswer audits;
    private final StatusAnswer status;

    CommandDispatcher(
            SummaryAnswer summaries,
            TeamAnswer teams,
            TeamsAnswer allTeams,
            PersonAnswer people,
            SeatsAnswer seats,
            CostAnswer costs,
            CsvAnswer tables,
            RefreshAnswer refreshes,
            RedactAnswer redactions,
            ReviewAnswer reviews,
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
        this.redactions = redactions;
        this.reviews = reviews;
        this.audits = audits;
        this.status = status;
    }

    /** The reply to a member. */
    Reply to(Decision decision, CommandRequest asked, CommandContext question) {
        return switch (decision) {
            case Granted(CommandSpec _, Command command) -> to(command, asked, question);
            case Refused refused -> RefusalReply.refused(refused, question);
            case Misunderstood(ParseResult.NotUnderstood problem) -> RefusalReply.misunderstood(problem, question);
            case NotAMember _ -> throw new IllegalArgumentException("decision must not be NotAMember: it has no reply");
        };
    }

    private Reply to(Command command, CommandRequest asked, CommandContext question) {
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
            case Command.Redact _ -> redactions.start(question);
            case Command.Review review -> reviews.review(review, asked.source(), question);
            case Command.Keep keep -> reviews.keep(keep, asked.source(), question);
            case Command.Approve approve -> reviews.approve(approve, asked.source(), question);
            case Command.Undo undo -> reviews.undo(undo, asked.source(), question);
            case Command.RequestSeat request -> reviews.request(request, asked.source(), question);
            case Command.Grant grant -> reviews.grant(grant, asked.source(), question);
            case Command.Decline decline -> reviews.decline(decline, asked.source(), question);
            case Command.Audit audit -> audits.answer(audit, question);
            case Command.Status _ -> status.answer(question);
        };
    }

    /** What continues after the reply is posted. */
    void afterwards(Decision decision, CommandRequest asked, CommandContext question) {
        if (decision instanceof Granted(CommandSpec _, Command.Refresh _)) {
            refreshes.follow(asked, question);
        }
        if (decision instanceof Granted(CommandSpec _, Command.Redact _)) {
            redactions.follow(asked, question);
        }
    }
}

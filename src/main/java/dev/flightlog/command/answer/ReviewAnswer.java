package dev.flightlog.command.answer;

import dev.flightlog.command.Outcome;
import dev.flightlog.command.parse.Command;
import dev.flightlog.governance.Role;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.Actor;
import dev.flightlog.review.act.ReviewReply;
import dev.flightlog.review.act.ReviewStart;
import dev.flightlog.review.act.Reviews;
import dev.flightlog.review.act.SeatRequests;
import dev.flightlog.review.act.Undos;
import jakarta.inject.Singleton;

/** The answers about seat reviews and seat requests. */
@Singleton
public class ReviewAnswer {
    private final ReviewStart start;
    private final Reviews reviews;
    private final Undos undos;
    private final SeatRequests requests;

    ReviewAnswer(ReviewStart start, Reviews reviews, Undos undos, SeatRequests requests) {
        this.start = start;
        this.reviews = reviews;
        this.undos = undos;
        this.requests = requests;
    }

    /** @param comment key of the comment, by which a repeated job knows what it did */
    public Reply review(Command.Review review, String comment, CommandContext question) {
        Organization organization = question.organization();
        return reply(
                switch (review.step()) {
                    case START -> start.start(organization, actor(comment, question));
                    case SHOW -> reviews.show(organization);
                    case CANCEL -> reviews.cancel(organization, actor(comment, question));
                });
    }

    public Reply keep(Command.Keep keep, String comment, CommandContext question) {
        return reply(reviews.keep(question.organization(), actor(comment, question), keep.login(), keep.reason()));
    }

    public Reply approve(String comment, CommandContext question) {
        return reply(reviews.approve(question.organization(), actor(comment, question)));
    }

    public Reply undo(Command.Undo undo, String comment, CommandContext question) {
        return reply(undos.undo(question.organization(), actor(comment, question), undo.logins()));
    }

    public Reply request(Command.RequestSeat request, String comment, CommandContext question) {
        return reply(requests.request(question.organization(), actor(comment, question), request.reason()));
    }

    public Reply grant(Command.Grant grant, String comment, CommandContext question) {
        return reply(requests.grant(question.organization(), actor(comment, question), grant.login()));
    }

    public Reply decline(Command.Decline decline, String comment, CommandContext question) {
        return reply(
                requests.decline(question.organization(), actor(comment, question), decline.login(), decline.reason()));
    }

    private static Actor actor(String comment, CommandContext question) {
        return new Actor(
                new Who(question.personId(), question.login()),
                question.role().covers(Role.ADMIN),
                "comment " + comment);
    }

    private static Reply reply(ReviewReply told) {
        return switch (told) {
            case ReviewReply.Done(String sentence, String body) -> Reply.answered(sentence, body);
            case ReviewReply.Nothing(String sentence, String body) -> Reply.nothing(sentence, body);
            case ReviewReply.Refused(String sentence, String body) -> new Reply(Outcome.REFUSED, sentence, body);
        };
    }
}

package dev.flightlog.command.answer;

import dev.flightlog.command.Outcome;
import dev.flightlog.command.parse.Command;
import dev.flightlog.command.parse.WhoseRequest;
import dev.flightlog.governance.Role;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.RequestChoice;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.Actor;
import dev.flightlog.review.act.ReviewChoice;
import dev.flightlog.review.act.ReviewIssue;
import dev.flightlog.review.act.ReviewReply;
import dev.flightlog.review.act.ReviewStart;
import dev.flightlog.review.act.Reviews;
import dev.flightlog.review.act.SeatGrants;
import dev.flightlog.review.act.SeatRequests;
import dev.flightlog.review.act.Undos;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The answers about seat reviews and seat requests. */
@Singleton
public class ReviewAnswer {
    private final ReviewStart start;
    private final Reviews reviews;
    private final Undos undos;
    private final SeatRequests requests;
    private final SeatGrants grants;
    private final ReviewIssue issues;

    ReviewAnswer(
            ReviewStart start,
            Reviews reviews,
            Undos undos,
            SeatRequests requests,
            SeatGrants grants,
            ReviewIssue issues) {
        this.grants = grants;
        this.issues = issues;
        this.start = start;
        this.reviews = reviews;
        this.undos = undos;
        this.requests = requests;
    }

    public Reply review(Command.Review review, CommentSource comment, CommandContext question) {
        Organization organization = question.organization();
        return reply(
                switch (review.step()) {
                    case START -> start.startAndPost(organization, actor(comment, question));
                    case SHOW -> reviews.show(organization, number(review.number(), comment, question));
                    case CANCEL ->
                        reviews.cancel(
                                organization, actor(comment, question), choice(review.number(), comment, question));
                });
    }

    public Reply keep(Command.Keep keep, CommentSource comment, CommandContext question) {
        return reply(reviews.keepAsWritten(
                question.organization(),
                actor(comment, question),
                choice(Optional.empty(), comment, question),
                keep.login(),
                keep.reason()));
    }

    public Reply approve(Command.Approve approve, CommentSource comment, CommandContext question) {
        return reply(reviews.approve(
                question.organization(), actor(comment, question), choice(approve.number(), comment, question)));
    }

    public Reply undo(Command.Undo undo, CommentSource comment, CommandContext question) {
        return reply(undos.undo(
                question.organization(),
                actor(comment, question),
                number(Optional.empty(), comment, question),
                undo.logins()));
    }

    public Reply request(Command.RequestSeat request, CommentSource comment, CommandContext question) {
        return reply(requests.request(question.organization(), actor(comment, question), request.reason()));
    }

    public Reply grant(Command.Grant grant, CommentSource comment, CommandContext question) {
        return reply(grants.grant(question.organization(), actor(comment, question), choice(grant.request())));
    }

    public Reply decline(Command.Decline decline, CommentSource comment, CommandContext question) {
        return reply(requests.decline(
                question.organization(), actor(comment, question), choice(decline.request()), decline.reason()));
    }

    /** The review that was named, else the one whose issue the comment is in. */
    private Optional<Integer> number(Optional<Integer> named, CommentSource comment, CommandContext question) {
        return named.or(() -> comment.issue().isPresent()
                ? issues.reviewOf(question.organization().id(), comment.issue().getAsInt())
                : Optional.empty());
    }

    private ReviewChoice choice(Optional<Integer> named, CommentSource comment, CommandContext question) {
        return number(named, comment, question)
                .<ReviewChoice>map(ReviewChoice.Numbered::new)
                .orElseGet(() -> new ReviewChoice.OpenAt(comment.receivedAt()));
    }

    private static RequestChoice choice(WhoseRequest request) {
        return switch (request) {
            case WhoseRequest.OfPerson(String login) -> new RequestChoice.OfPerson(login);
            case WhoseRequest.Numbered(int number) -> new RequestChoice.Numbered(number);
        };
    }

    private static Actor actor(CommentSource comment, CommandContext question) {
        return new Actor(
                new Who(question.personId(), question.login()),
                question.role().covers(Role.ADMIN),
                "comment " + comment.key());
    }

    private static Reply reply(ReviewReply reply) {
        return switch (reply) {
            case ReviewReply.Done(String sentence, String body) -> Reply.answered(sentence, body);
            case ReviewReply.Nothing(String sentence, String body) -> Reply.nothing(sentence, body);
            case ReviewReply.Refused(String sentence, String body) -> new Reply(Outcome.REFUSED, sentence, body);
        };
    }
}

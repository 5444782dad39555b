package dev.flightlog.review.act;

import dev.flightlog.markdown.Markdown;
import dev.flightlog.review.RequestChoice;
import dev.flightlog.review.act.ReviewReply.Done;
import dev.flightlog.review.act.ReviewReply.Nothing;
import dev.flightlog.review.act.ReviewReply.Refused;

/** Answers about a request for a seat, which name only whom the question named. Pure. */
final class RequestWords {
    private RequestWords() {}

    static ReviewReply notOpen(RequestChoice choice) {
        return new Nothing(
                switch (choice) {
                    case RequestChoice.OfPerson(String login) -> Markdown.code(login) + " has no open request.";
                    case RequestChoice.Numbered(int number) -> "Request " + number + " is not open.";
                },
                "");
    }

    static ReviewReply answerAwaited() {
        return new Refused(
                "An admin agreed to this request, and GitHub has not said yet whether it gave the seat.",
                "That is looked up within a minute; ask again then. Nothing was changed.");
    }

    static ReviewReply declined(RequestChoice choice) {
        return new Done(
                switch (choice) {
                    case RequestChoice.OfPerson(String login) ->
                        "The request of " + Markdown.code(login) + " is declined.";
                    case RequestChoice.Numbered(int number) -> "Request " + number + " is declined.";
                },
                "");
    }

    /** The person as the question called them. */
    static String whose(RequestChoice choice) {
        return switch (choice) {
            case RequestChoice.OfPerson(String login) -> Markdown.code(login);
            case RequestChoice.Numbered(int number) -> "Whoever made request " + number;
        };
    }
}

package dev.flightlog.fake;

import org.jspecify.annotations.Nullable;

/** Ends a call with an error answer; a violation is named when the caller broke the protocol. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Answer answer;
    private final transient @Nullable String violation;

    private Refusal(Answer answer, @Nullable String violation) {
        super(violation == null ? "refused with " + answer.status() : violation, null, false, false);
        this.answer = answer;
        this.violation = violation;
    }

    /** A refusal that belongs to ordinary life, for example 404 for something that is not there. */
    static Refusal of(Answer answer) {
        return new Refusal(answer, null);
    }

    static Refusal notFound() {
        return of(Answer.message(404, "Not Found"));
    }

    /** A refusal of something that a correct client never sends. */
    static Refusal violation(Answer answer, String what) {
        return new Refusal(answer, what);
    }

    static Refusal malformed(String what) {
        return violation(Answer.message(422, "Invalid request.\n\n" + what), what);
    }

    Answer answer() {
        return answer;
    }

    @Nullable
    String violation() {
        return violation;
    }
}

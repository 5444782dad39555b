package dev.flightlog.command.answer;

import dev.flightlog.command.Outcome;

/**
 * What a comment is answered.
 *
 * @param sentence the answer in one line of markdown
 * @param body the rest, markdown; may be empty
 */
public record Reply(Outcome outcome, String sentence, String body) {
    static Reply answered(String sentence, String body) {
        return new Reply(Outcome.ANSWERED, sentence, body);
    }

    /** Somebody asked for what is not there: it was understood, and there is nothing to show. */
    static Reply nothing(String sentence, String body) {
        return new Reply(Outcome.NOT_FOUND, sentence, body);
    }

    /** The same with more below it; markdown, may be empty. */
    Reply with(String more) {
        return new Reply(outcome, sentence, body + more);
    }
}

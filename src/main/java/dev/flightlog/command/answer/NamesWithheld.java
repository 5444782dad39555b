package dev.flightlog.command.answer;

import dev.flightlog.policy.Policy;

/** Says why an answer names nobody. */
public final class NamesWithheld {
    private NamesWithheld() {}

    /** A sentence without its capital. */
    static String why(CommandContext question) {
        if (!question.inForce().wasRead()) {
            return "the policy file was not read yet.";
        }
        return question.policy().privacy().names() == Policy.Names.NEVER
                ? "the policy says `privacy.names: never`."
                : "this repository is not private.";
    }

    /** As {@link #why}, as a sentence of its own. */
    public static String sentence(CommandContext question) {
        String why = why(question);
        return Character.toUpperCase(why.charAt(0)) + why.substring(1);
    }
}

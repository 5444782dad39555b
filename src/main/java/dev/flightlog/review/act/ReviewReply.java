package dev.flightlog.review.act;

/** The answer to whoever asked, in markdown: names are code, and absent where people are not named. */
public sealed interface ReviewReply {
    /** The answer in one line. */
    String sentence();

    /** The rest; may be empty. */
    String body();

    /** It is done, or was before. */
    record Done(String sentence, String body) implements ReviewReply {}

    /** It was understood, and there is nothing to do it with. */
    record Nothing(String sentence, String body) implements ReviewReply {}

    /** It may not be done. */
    record Refused(String sentence, String body) implements ReviewReply {}

    static ReviewReply adminsOnly() {
        return new Refused("Only admins may do this.", "");
    }
}

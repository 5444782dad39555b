package dev.flightlog.review.act;

/** What somebody who asked is told; markdown, in which names are code, and none where people are not named. */
public sealed interface Told {
    /** The answer in one line. */
    String sentence();

    /** The rest; may be empty. */
    String body();

    /** It is done, or was before. */
    record Done(String sentence, String body) implements Told {}

    /** It was understood, and there is nothing to do it with. */
    record Nothing(String sentence, String body) implements Told {}

    /** It may not be done. */
    record Refused(String sentence, String body) implements Told {}
}

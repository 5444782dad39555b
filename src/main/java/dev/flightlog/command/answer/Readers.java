package dev.flightlog.command.answer;

/** One sentence in an answer about people: who can read it, and where the asker finds the same privately. */
final class Readers {
    private Readers() {}

    /** @param page the last part of the page's path, such as {@code me} */
    static String note(CommandContext question, String page) {
        return "\nEverybody who can read this repository sees this answer. For you alone: " + question.pages() + "/"
                + page + "\n";
    }
}

package dev.flightlog.command.answer;

/** Says once in an answer about people who reads it, and where the same stands for the asker alone. */
final class Readers {
    private Readers() {}

    /** @param page the last part of the page's path, such as {@code me} */
    static String note(CommandContext question, String page) {
        return "\nEverybody who can read this repository sees this answer. For you alone: " + question.pages() + "/"
                + page + "\n";
    }
}

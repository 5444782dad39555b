package dev.flightlog.check;

/** A check's words as one golden text: state, title, summary, text, remarks. */
final class Rendered {
    private Rendered() {}

    static String of(CheckText text) {
        StringBuilder all = new StringBuilder();
        all.append("[").append(text.state()).append("] ").append(text.title()).append("\n\n");
        all.append(text.summary().strip()).append('\n');
        if (text.text() != null) {
            all.append("\n--- text ---\n\n").append(text.text().strip()).append('\n');
        }
        if (!text.annotations().isEmpty()) {
            all.append("\n--- annotations ---\n\n");
        }
        text.annotations()
                .forEach(annotation -> all.append(annotation.startLine())
                        .append(":")
                        .append(annotation.startColumn())
                        .append("-")
                        .append(annotation.endColumn())
                        .append(" ")
                        .append(annotation.level())
                        .append(" ")
                        .append(annotation.title())
                        .append(" – ")
                        .append(annotation.message())
                        .append('\n'));
        return all.toString();
    }
}

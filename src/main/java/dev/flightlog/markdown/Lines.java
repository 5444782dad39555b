package dev.flightlog.markdown;

import java.util.List;
import java.util.regex.Pattern;

/** What the lines of a post are: table rows, frames of tables and folds, or other text. */
final class Lines {
    private static final Pattern DELIMITER = Pattern.compile("\\|(\\s*:?-+:?\\s*\\|)+\\s*");
    private static final Pattern FRAME = Pattern.compile("</?(details|summary).*|```.*");

    private Lines() {}

    static long tableRows(List<String> lines) {
        long rows = 0;
        for (int i = 0; i < lines.size(); i++) {
            rows += isTable(lines, i) && !isDelimiter(lines, i) && !isDelimiter(lines, i + 1) ? 1 : 0;
        }
        return rows;
    }

    static long otherText(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .filter(line -> !line.startsWith("|"))
                .filter(line -> !FRAME.matcher(line).matches())
                .count();
    }

    /** How many of the first {@code kept} lines remain when a table or fold opened by the very last ones goes too. */
    static int withoutDanglingOpenings(List<String> lines, int kept) {
        int end = kept;
        while (end > 1 && dangles(lines, end - 1)) {
            end--;
        }
        return end;
    }

    private static boolean dangles(List<String> lines, int last) {
        String line = lines.get(last);
        return line.isBlank()
                || line.startsWith("<details")
                || line.startsWith("<summary")
                || isDelimiter(lines, last)
                || isTable(lines, last) && isDelimiter(lines, last + 1);
    }

    private static boolean isTable(List<String> lines, int at) {
        return lines.get(at).startsWith("|");
    }

    private static boolean isDelimiter(List<String> lines, int at) {
        return at < lines.size() && DELIMITER.matcher(lines.get(at)).matches();
    }
}

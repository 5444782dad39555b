package dev.flightlog.command.answer;

import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Limit;
import dev.flightlog.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts rows into folds, as many as GitHub takes, and says where the others are. Pure. */
final class CsvMarkdown {
    private static final int ROWS_A_FOLD = 250;

    /** Room for the reply's first lines and its last. */
    private static final int KEPT_FREE = 2_000;

    private static final int FRAME = 120;

    private static final int MIN_FENCE = 4;
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private CsvMarkdown() {}

    /**
     * @param total how many rows there are, of which these are the first
     * @param whole the sentence that says where the API has the rest
     */
    static Reply render(
            String what,
            List<String> header,
            List<? extends List<? extends @Nullable Object>> rows,
            int total,
            String whole) {
        List<String> folds = new ArrayList<>();
        int room = Limit.BODY - KEPT_FREE;
        int shown = 0;
        while (shown < rows.size()) {
            StringBuilder chunk = new StringBuilder(shown == 0 ? Csv.row(header) : "");
            int first = shown;
            while (shown < rows.size() && shown - first < ROWS_A_FOLD) {
                String row = Csv.row(rows.get(shown));
                if (chunk.length() + row.length() + FRAME > room) {
                    break;
                }
                chunk.append(row);
                shown++;
            }
            if (shown == first) {
                break;
            }
            String fold = fold(first + 1, shown, chunk.toString());
            folds.add(fold);
            room -= fold.length();
        }
        return Reply.answered(sentence(what, shown, total), String.join("\n", folds) + rest(shown, total, whole));
    }

    private static String sentence(String what, int shown, int total) {
        return shown == total
                ? Numbers.plural(total, "row") + " of " + what + "."
                : Numbers.count(shown) + " of " + Numbers.plural(total, "row") + " of " + what + ".";
    }

    private static String fold(int first, int last, String csv) {
        String title = first == 1 ? "Rows 1 to " + last + ", with the header" : "Rows " + first + " to " + last;
        String fence = fence(csv);
        return new Fold(title, fence + "csv\n" + csv + fence).render();
    }

    /** Longer than any run of back-ticks inside, so that no cell can end the block. */
    private static String fence(String csv) {
        int longest = BACKTICKS
                .matcher(csv)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        return "`".repeat(Math.max(MIN_FENCE, longest + 1));
    }

    private static String rest(int shown, int total, String whole) {
        return shown == total
                ? ""
                : "\n… " + Numbers.plural((long) total - shown, "more row")
                        + ", cut at GitHub's limit for the length of a comment. " + whole
                        + "\n";
    }
}

package dev.flightlog.fake.page;

import dev.flightlog.fake.model.PullRequest;
import java.util.List;

/** Draws what a file lost and gained, line by line. */
final class Diff {
    private Diff() {}

    static String html(PullRequest.ChangedFile file) {
        String old = file.before();
        String fresh = file.after();
        List<String> before = old == null ? List.of() : old.lines().toList();
        List<String> after = fresh == null ? List.of() : fresh.lines().toList();
        int[][] common = common(before, after);
        StringBuilder html = new StringBuilder();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                html.append(line("", " ", before.get(i)));
                i++;
                j++;
            } else if (j >= after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                html.append(line("del", "-", before.get(i)));
                i++;
            } else {
                html.append(line("ins", "+", after.get(j)));
                j++;
            }
        }
        return html.toString();
    }

    /** For each pair of places: how many lines the rests have in common. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static String line(String kind, String sign, String text) {
        return "<span class=\"" + kind + "\">" + sign + " " + Html.escape(text) + "</span>\n";
    }
}

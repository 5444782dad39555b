package dev.flightlog.markdown;

import java.util.List;

/** What is open after some lines of markdown and has to be closed if they are the last. */
final class OpenBlocks {
    private static final String CLOSE_FOLD = "\n</details>\n";
    private int folds;
    private String fence = "";

    static OpenBlocks after(List<String> lines) {
        var open = new OpenBlocks();
        lines.forEach(open::read);
        return open;
    }

    void read(String line) {
        if (!fence.isEmpty()) {
            if (line.startsWith(fence) && line.strip().equals(fence(line))) {
                fence = "";
            }
        } else if (line.startsWith("```")) {
            fence = fence(line);
        } else if (line.startsWith("<details")) {
            folds++;
        } else if (line.startsWith("</details>") && folds > 0) {
            folds--;
        }
    }

    private static String fence(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) == '`') {
            end++;
        }
        return line.substring(0, end);
    }

    int closingLength() {
        return closeCode().length() + closeFolds().length();
    }

    String closeCode() {
        return fence.isEmpty() ? "" : "\n" + fence;
    }

    String closeFolds() {
        return CLOSE_FOLD.repeat(folds);
    }
}

package dev.flightlog.check;

import dev.flightlog.github.check.CheckAnnotation;
import dev.flightlog.github.check.CheckOutput;
import dev.flightlog.github.check.CheckState;
import dev.flightlog.markdown.Limit;
import dev.flightlog.markdown.Markdown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check says, cut at whole rows to what GitHub takes (github.md: Text limits).
 *
 * @param title one plain line, no markdown
 * @param summary markdown
 * @param text markdown below the summary; null for none
 */
record CheckText(
        CheckState state,
        String title,
        String summary,
        @Nullable String text,
        List<CheckAnnotation> annotations) {
    CheckText {
        title = Markdown.title(title);
        summary = Limit.check(summary);
        text = text == null || text.isBlank() ? null : Limit.check(text);
        annotations = List.copyOf(annotations);
    }

    static CheckText of(CheckState state, String title, String summary) {
        return new CheckText(state, title, summary, null, List.of());
    }

    CheckOutput output() {
        return new CheckOutput(title, summary, text, annotations);
    }
}

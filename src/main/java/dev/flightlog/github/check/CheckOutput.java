package dev.flightlog.github.check;

import dev.flightlog.github.Truncate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check run says. Texts longer than GitHub takes are cut (github.md: Text limits); who wants a cut that says so
 * cuts before.
 *
 * @param annotations as many as there are: they are sent fifty at a time
 */
public record CheckOutput(
        String title, String summary, @Nullable String text, List<CheckAnnotation> annotations) {
    private static final int TITLE = 255;
    private static final int TEXT = 65_535;

    public CheckOutput {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be blank");
        }
        title = Truncate.to(TITLE, title);
        summary = Truncate.to(TEXT, summary);
        text = text == null ? null : Truncate.to(TEXT, text);
        annotations = List.copyOf(annotations);
    }

    public static CheckOutput of(String title, String summary) {
        return new CheckOutput(title, summary, null, List.of());
    }
}

package dev.flightlog.web;

import dev.flightlog.command.answer.StatusMarkdown;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** How fresh each source is, in the words of {@code /copilot status}. */
public final class SourceRows {
    private SourceRows() {}

    public static List<SourceRow> of(Visit visit) {
        return Arrays.stream(Source.values())
                .map(source -> {
                    SourceStatus status = visit.sources().get(source);
                    return status == null
                            ? new SourceRow(
                                    source.word(),
                                    StatusMarkdown.unread(source, visit.organization()),
                                    "",
                                    null,
                                    null,
                                    "")
                            : row(status, visit);
                })
                .toList();
    }

    /** What to do is for those who can do it. */
    private static SourceRow row(SourceStatus status, Visit visit) {
        String word = StatusMarkdown.word(status, visit.context());
        return new SourceRow(
                status.source().word(),
                word.replace("**", ""),
                word.startsWith("**") ? "bad" : tone(status),
                status.succeededAt(),
                status.dataThrough(),
                visit.admin() ? Objects.requireNonNullElse(status.detail(), "") : "");
    }

    private static String tone(SourceStatus status) {
        return switch (status.outcome()) {
            case READ -> "good";
            case NO_DATA -> "";
            case LATER -> status.source() == Source.HISTORY ? "" : "warn";
            case ASK_A_PERSON, FAILED -> "bad";
        };
    }
}

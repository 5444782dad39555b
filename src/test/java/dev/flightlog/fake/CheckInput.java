package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.CheckRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads check runs from request bodies and holds them against the limits (github.md: Text limits). */
final class CheckInput {
    private static final int MAX_TEXT_LENGTH = 65_535;
    private static final int MAX_MESSAGE_LENGTH = 64 * 1024;
    private static final int MAX_ANNOTATIONS = 50;
    private static final int MAX_ACTIONS = 3;
    private static final Set<String> LEVELS = Set.of("notice", "warning", "failure");
    static final Set<String> STATUSES = Set.of("queued", "in_progress", "completed");
    static final Set<String> CONCLUSIONS =
            Set.of("action_required", "cancelled", "failure", "neutral", "success", "skipped", "timed_out");

    private CheckInput() {}

    static CheckRun.Output output(JsonNode output) {
        String title = required(output, "title", MAX_TEXT_LENGTH);
        String summary = required(output, "summary", MAX_TEXT_LENGTH);
        return new CheckRun.Output(title, summary, optional(output, "text", MAX_TEXT_LENGTH));
    }

    static List<CheckRun.Annotation> annotations(JsonNode annotations) {
        if (annotations.size() > MAX_ANNOTATIONS) {
            throw Refusal.malformed(annotations.size() + " annotations in one call, more than 50");
        }
        List<CheckRun.Annotation> read = new ArrayList<>();
        annotations.forEach(each -> read.add(annotation(each)));
        return read;
    }

    private static CheckRun.Annotation annotation(JsonNode each) {
        String level = required(each, "annotation_level", 20);
        if (!LEVELS.contains(level)) {
            throw Refusal.malformed("annotation_level is " + level);
        }
        int start = number(each, "start_line");
        int end = number(each, "end_line");
        Integer startColumn = each.has("start_column") ? (Integer) number(each, "start_column") : null;
        Integer endColumn = each.has("end_column") ? (Integer) number(each, "end_column") : null;
        if (start < 1 || end < start || (start != end && (startColumn != null || endColumn != null))) {
            throw Refusal.malformed("annotation from line " + start + " to " + end + " with columns " + startColumn);
        }
        return new CheckRun.Annotation(
                required(each, "path", 4096),
                start,
                end,
                startColumn,
                endColumn,
                level,
                required(each, "message", MAX_MESSAGE_LENGTH),
                optional(each, "title", 255),
                optional(each, "raw_details", MAX_MESSAGE_LENGTH));
    }

    static List<CheckRun.Action> actions(JsonNode actions) {
        if (actions.size() > MAX_ACTIONS) {
            throw Refusal.malformed(actions.size() + " actions, more than 3");
        }
        List<CheckRun.Action> read = new ArrayList<>();
        actions.forEach(each -> read.add(new CheckRun.Action(
                required(each, "label", 20), required(each, "description", 40), required(each, "identifier", 20))));
        return read;
    }

    private static int number(JsonNode of, String field) {
        if (!of.path(field).isInt()) {
            throw Refusal.malformed(field + " is no number");
        }
        return of.path(field).asInt();
    }

    private static String required(JsonNode of, String field, int longest) {
        String text = optional(of, field, longest);
        if (text == null || text.isEmpty()) {
            throw Refusal.malformed(field + " is missing");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode of, String field, int longest) {
        JsonNode value = of.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.asText().length() > longest) {
            throw Refusal.malformed(field + " has " + value.asText().length() + " characters, more than " + longest);
        }
        return value.asText();
    }
}

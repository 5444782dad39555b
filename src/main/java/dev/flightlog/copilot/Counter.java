package dev.flightlog.copilot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is counted for a person and day: the one source of the metric columns. Reader, temporary files, {@code COPY} and
 * totals follow it; CONTRIBUTING.md has the recipe for a new one. Append only: the order is that of the temporary files.
 */
public enum Counter {
    INTERACTIONS("user_initiated_interaction_count"),
    GENERATIONS("code_generation_activity_count"),
    ACCEPTANCES("code_acceptance_activity_count"),
    /** Of code completion only, counted while its breakdown is read. */
    COMPLETION_GENERATIONS(""),
    COMPLETION_ACCEPTANCES(""),
    LOC_SUGGESTED_TO_ADD("loc_suggested_to_add_sum"),
    LOC_SUGGESTED_TO_DELETE("loc_suggested_to_delete_sum"),
    LOC_ADDED("loc_added_sum"),
    LOC_DELETED("loc_deleted_sum"),
    CLI_SESSIONS("totals_by_cli.session_count"),
    CLI_REQUESTS("totals_by_cli.request_count"),
    CLI_PROMPTS("totals_by_cli.prompt_count"),
    CLI_OUTPUT_TOKENS("totals_by_cli.token_usage.output_tokens_sum"),
    CLI_PROMPT_TOKENS("totals_by_cli.token_usage.prompt_tokens_sum"),
    APP_SESSIONS("totals_by_copilot_app.session_count"),
    APP_REQUESTS("totals_by_copilot_app.request_count"),
    AGENT_SESSIONS("totals_by_vscode_agent.session_count"),
    AGENT_MESSAGES("totals_by_vscode_agent.total_user_messages");

    private static final int COUNT = values().length;

    private final String field;

    Counter(String field) {
        this.field = field;
    }

    /** How many there are. */
    public static int count() {
        return COUNT;
    }

    /** Column of {@code usage_user_day} and {@code usage_day}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** GitHub's field in a users report, with dots between an object and its fields; empty where none holds it. */
    String field() {
        return field;
    }

    /** The counters that are fields of an object of the row, by field; {@code ""} is the row itself. */
    static Map<String, Counter> in(String object) {
        String start = object.isEmpty() ? "" : object + ".";
        return Arrays.stream(values())
                .filter(counter -> counter.field.length() > start.length()
                        && counter.field.startsWith(start)
                        && counter.field.indexOf('.', start.length()) < 0)
                .collect(Collectors.toUnmodifiableMap(
                        counter -> counter.field.substring(start.length()), counter -> counter));
    }
}

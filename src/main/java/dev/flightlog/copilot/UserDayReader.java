package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of {@code users-1-day} and {@code users-28-day} (github.md: Report rows), each into the same {@link
 * UserDay}.
 */
public final class UserDayReader implements RowReader {
    /** Takes a row; what it keeps it must copy. */
    @FunctionalInterface
    public interface Rows {
        void take(UserDay row) throws IOException;
    }

    private final Rows rows;
    private final UnknownFields unknown;
    private final BreakdownReader breakdowns;
    private final UserDay row = new UserDay();
    private final ExpectedFields expected = new ExpectedFields();
    private final DayText days = new DayText();

    public UserDayReader(NameTable symbols, UnknownFields unknown, Rows rows) {
        this.rows = rows;
        this.unknown = unknown;
        this.breakdowns = new BreakdownReader(symbols, unknown);
    }

    @Override
    public void read(JsonParser parser) throws IOException {
        row.clear();
        expected.start();
        for (String field = expected.next(parser); field != null; field = expected.next(parser)) {
            parser.nextToken();
            read(parser, field);
        }
        if (row.personId == 0) {
            throw Values.wrong("user_id", "an id");
        }
        for (Counter counter : ACTIVITY) {
            if (row.count(counter) > 0) {
                row.use(UsageFlag.ACTIVE);
            }
        }
        rows.take(row);
    }

    /** The seven sums of activity (github.md: Report rows). */
    private static final Counter[] ACTIVITY = {
        Counter.INTERACTIONS,
        Counter.GENERATIONS,
        Counter.ACCEPTANCES,
        Counter.LOC_SUGGESTED_TO_ADD,
        Counter.LOC_SUGGESTED_TO_DELETE,
        Counter.LOC_ADDED,
        Counter.LOC_DELETED
    };

    private void read(JsonParser parser, String field) throws IOException {
        switch (field) {
            case "day" -> row.day = days.read(parser);
            case "user_id" -> row.personId = Values.id(parser, field);
            case "user_login" -> row.login = Values.name(parser, field, unknown);
            case "ai_credits_used" -> row.credits = Values.credits(parser, field, unknown);
            case "user_initiated_interaction_count" -> count(parser, field, Counter.INTERACTIONS);
            case "code_generation_activity_count" -> count(parser, field, Counter.GENERATIONS);
            case "code_acceptance_activity_count" -> count(parser, field, Counter.ACCEPTANCES);
            case "loc_suggested_to_add_sum" -> count(parser, field, Counter.LOC_SUGGESTED_TO_ADD);
            case "loc_suggested_to_delete_sum" -> count(parser, field, Counter.LOC_SUGGESTED_TO_DELETE);
            case "loc_added_sum" -> count(parser, field, Counter.LOC_ADDED);
            case "loc_deleted_sum" -> count(parser, field, Counter.LOC_DELETED);
            case "used_agent" -> flag(parser, field, UsageFlag.USED_AGENT);
            case "used_chat" -> flag(parser, field, UsageFlag.USED_CHAT);
            case "used_cli" -> flag(parser, field, UsageFlag.USED_CLI);
            case "used_copilot_app" -> flag(parser, field, UsageFlag.USED_APP);
            case "used_copilot_coding_agent", "used_copilot_cloud_agent" ->
                flag(parser, field, UsageFlag.USED_CLOUD_AGENT);
            case "used_copilot_code_review_active" -> flag(parser, field, UsageFlag.USED_REVIEW_ACTIVE);
            case "used_copilot_code_review_passive" -> flag(parser, field, UsageFlag.USED_REVIEW_PASSIVE);
            case "used_vscode_agent" -> flag(parser, field, UsageFlag.USED_VSCODE_AGENT);
            case "ai_adoption_phase" -> phase(parser);
            case "totals_by_ide" -> breakdowns.editors(parser, row);
            case "totals_by_feature" -> breakdowns.features(parser, row);
            case "totals_by_language_feature" -> breakdowns.languages(parser, row);
            case "totals_by_model_feature" -> breakdowns.models(parser, row);
            case "totals_by_cli" ->
                sessions(
                        parser,
                        field,
                        UsageFlag.USED_CLI,
                        Counter.CLI_SESSIONS,
                        Counter.CLI_REQUESTS,
                        Counter.CLI_PROMPTS);
            case "totals_by_copilot_app" ->
                sessions(parser, field, UsageFlag.USED_APP, Counter.APP_SESSIONS, Counter.APP_REQUESTS, null);
            case "totals_by_vscode_agent" -> agentSessions(parser);
            case "totals_by_3rd_party_agent" -> otherAgents(parser);
            default -> other(parser, field);
        }
    }

    private void other(JsonParser parser, String field) throws IOException {
        switch (field) {
            case "organization_id",
                    "enterprise_id",
                    "report_start_day",
                    "report_end_day",
                    "totals_by_language_model",
                    "distinct_skill_use_count",
                    "distinct_custom_agent_use_count",
                    "distinct_mcp_use_count",
                    "distinct_slash_cmd_use_count",
                    "distinct_plugin_use_count",
                    "totals_by_skill",
                    "totals_by_custom_agent",
                    "totals_by_mcp",
                    "totals_by_slash_cmd",
                    "totals_by_plugin",
                    "etl_id",
                    "day_partition",
                    "entity_id_partition" -> {}
            default -> unknown.add("", field);
        }
        parser.skipChildren();
    }

    private void count(JsonParser parser, String field, Counter counter) throws IOException {
        row.count(counter, Values.count(parser, field, unknown));
    }

    private void flag(JsonParser parser, String field, UsageFlag used) throws IOException {
        if (Values.flag(parser, field, unknown)) {
            row.use(used);
            row.use(UsageFlag.ACTIVE);
        }
    }

    private void phase(JsonParser parser) throws IOException {
        if (nothing(parser, "ai_adoption_phase")) {
            return;
        }
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            if (field.equals("phase_number") && parser.currentToken() != JsonToken.VALUE_NULL) {
                row.adoptionPhase = (int) Math.min(Short.MAX_VALUE, Values.count(parser, field, unknown));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void sessions(
            JsonParser parser,
            String path,
            UsageFlag used,
            Counter sessions,
            Counter requests,
            @Nullable Counter prompts)
            throws IOException {
        if (nothing(parser, path)) {
            return;
        }
        long sum = 0;
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "session_count" -> sum += totalled(parser, field, sessions);
                case "request_count" -> sum += totalled(parser, field, requests);
                case "prompt_count" -> sum += totalled(parser, field, prompts);
                case "token_usage" -> tokens(parser, used == UsageFlag.USED_CLI);
                case "last_known_cli_version" -> parser.skipChildren();
                default -> {
                    unknown.add(path + ".", field);
                    parser.skipChildren();
                }
            }
        }
        if (sum > 0) {
            row.use(used);
            row.use(UsageFlag.ACTIVE);
        }
    }

    private long totalled(JsonParser parser, String field, @Nullable Counter counter) throws IOException {
        long count = Values.count(parser, field, unknown);
        if (counter != null) {
            row.count(counter, count);
        }
        return count;
    }

    private void tokens(JsonParser parser, boolean keep) throws IOException {
        if (nothing(parser, "token_usage")) {
            return;
        }
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            if (keep && field.equals("output_tokens_sum")) {
                count(parser, field, Counter.CLI_OUTPUT_TOKENS);
            } else if (keep && field.equals("prompt_tokens_sum")) {
                count(parser, field, Counter.CLI_PROMPT_TOKENS);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void agentSessions(JsonParser parser) throws IOException {
        if (nothing(parser, "totals_by_vscode_agent")) {
            return;
        }
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "session_count" -> active(totalled(parser, field, Counter.AGENT_SESSIONS));
                case "total_user_messages" -> active(Values.count(parser, field, unknown));
                default -> {
                    unknown.add("totals_by_vscode_agent.", field);
                    parser.skipChildren();
                }
            }
        }
    }

    private void otherAgents(JsonParser parser) throws IOException {
        if (BreakdownReader.isNothing(parser, "totals_by_3rd_party_agent", unknown)) {
            return;
        }
        while (BreakdownReader.nextEntry(parser, "totals_by_3rd_party_agent", unknown)) {
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                switch (field) {
                    case "user_initiated_interaction_count", "session_count" ->
                        active(Values.count(parser, field, unknown));
                    default -> parser.skipChildren();
                }
            }
        }
    }

    private void active(long count) {
        if (count > 0) {
            row.use(UsageFlag.ACTIVE);
        }
    }

    private boolean nothing(JsonParser parser, String field) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> false;
            case VALUE_NULL -> true;
            default -> {
                unknown.odd(Values.wrong(field, "an object"));
                parser.skipChildren();
                yield true;
            }
        };
    }
}

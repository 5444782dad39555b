package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
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

    private static final Map<String, Counter> OF_ROW = Counter.in("");
    private static final Map<String, Counter> OF_CLI = Counter.in("totals_by_cli");
    private static final Map<String, Counter> OF_CLI_TOKENS = Counter.in("totals_by_cli.token_usage");
    private static final Map<String, Counter> OF_APP = Counter.in("totals_by_copilot_app");
    private static final Map<String, Counter> OF_APP_TOKENS = Counter.in("totals_by_copilot_app.token_usage");
    private static final Map<String, Counter> OF_VSCODE_AGENT = Counter.in("totals_by_vscode_agent");

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
        for (Counter counter : OF_ROW.values()) {
            if (row.count(counter) > 0) {
                row.use(UsageFlag.ACTIVE);
            }
        }
        rows.take(row);
    }

    private void read(JsonParser parser, String field) throws IOException {
        switch (field) {
            case "day" -> row.day = days.read(parser);
            case "user_id" -> row.personId = Values.id(parser, field);
            case "user_login" -> row.login = Values.name(parser, field, unknown);
            case "ai_credits_used" -> row.credits = Values.credits(parser, field, unknown);
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
            case "totals_by_cli" -> sessions(parser, field, UsageFlag.USED_CLI, OF_CLI, OF_CLI_TOKENS);
            case "totals_by_copilot_app" -> sessions(parser, field, UsageFlag.USED_APP, OF_APP, OF_APP_TOKENS);
            case "totals_by_vscode_agent" -> agentSessions(parser);
            case "totals_by_3rd_party_agent" -> otherAgents(parser);
            default -> {
                Counter counter = OF_ROW.get(field);
                if (counter == null) {
                    other(parser, field);
                } else {
                    count(parser, field, counter);
                }
            }
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
            Map<String, Counter> counters,
            Map<String, Counter> tokenCounters)
            throws IOException {
        if (nothing(parser, path)) {
            return;
        }
        long sum = 0;
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "session_count", "request_count", "prompt_count" ->
                    sum += totalled(parser, field, counters.get(field));
                case "token_usage" -> tokens(parser, tokenCounters);
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

    private void tokens(JsonParser parser, Map<String, Counter> counters) throws IOException {
        if (nothing(parser, "token_usage")) {
            return;
        }
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            Counter counter = counters.get(field);
            if (counter == null) {
                parser.skipChildren();
            } else {
                count(parser, field, counter);
            }
        }
    }

    private void agentSessions(JsonParser parser) throws IOException {
        if (nothing(parser, "totals_by_vscode_agent")) {
            return;
        }
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            Counter counter = OF_VSCODE_AGENT.get(field);
            if (counter == null) {
                unknown.add("totals_by_vscode_agent.", field);
                parser.skipChildren();
            } else {
                active(totalled(parser, field, counter));
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

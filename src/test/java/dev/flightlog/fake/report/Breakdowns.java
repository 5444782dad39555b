package dev.flightlog.fake.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums of activity in all, and by editor, feature, language and model; for one person or for all. */
final class Breakdowns {
    private final Counters all = new Counters();
    private final Map<List<String>, Counters> byIde = new LinkedHashMap<>();
    private final Map<List<String>, Counters> byFeature = new LinkedHashMap<>();
    private final Map<List<String>, Counters> byLanguageFeature = new LinkedHashMap<>();
    private final Map<List<String>, Counters> byLanguageModel = new LinkedHashMap<>();
    private final Map<List<String>, Counters> byModelFeature = new LinkedHashMap<>();
    private @Nullable TokenUse cli;
    private @Nullable TokenUse app;

    void add(PersonDay day) {
        day.uses().forEach(this::add);
        cli = sum(cli, day.cli());
        app = sum(app, day.app());
    }

    private void add(Use use) {
        all.add(use);
        add(byIde, use, use.ide());
        add(byFeature, use, use.feature());
        add(byLanguageFeature, use, use.language(), use.feature());
        String model = use.model();
        if (model != null) {
            add(byLanguageModel, use, use.language(), model);
            add(byModelFeature, use, model, use.feature());
        }
    }

    private static void add(Map<List<String>, Counters> sums, Use use, String... key) {
        sums.computeIfAbsent(List.of(key), each -> new Counters()).add(use);
    }

    private static @Nullable TokenUse sum(@Nullable TokenUse one, @Nullable TokenUse other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : one.plus(other);
    }

    Counters all() {
        return all;
    }

    /** Writes counters and arrays; the day is given for rows of one person, which tell editor versions. */
    void write(JsonGenerator json, @Nullable LocalDate personDay) throws IOException {
        array(json, "totals_by_ide", byIde, true, personDay, "ide");
        array(json, "totals_by_feature", byFeature, true, null, "feature");
        array(json, "totals_by_language_feature", byLanguageFeature, false, null, "language", "feature");
        array(json, "totals_by_language_model", byLanguageModel, false, null, "language", "model");
        array(json, "totals_by_model_feature", byModelFeature, true, null, "model", "feature");
        tokens(json, "totals_by_cli", cli, personDay);
        tokens(json, "totals_by_copilot_app", app, null);
    }

    private static void array(
            JsonGenerator json,
            String name,
            Map<List<String>, Counters> sums,
            boolean withInteractions,
            @Nullable LocalDate personDay,
            String... dimensions)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Map.Entry<List<String>, Counters> each : sums.entrySet()) {
            json.writeStartObject();
            for (int i = 0; i < dimensions.length; i++) {
                json.writeStringField(dimensions[i], each.getKey().get(i));
            }
            each.getValue().write(json, withInteractions);
            if (personDay != null) {
                versions(json, each.getKey().getFirst(), personDay);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void versions(JsonGenerator json, String ide, LocalDate day) throws IOException {
        String sampled = day + "T15:02:11.000Z";
        json.writeObjectFieldStart("last_known_ide_version");
        json.writeStringField("ide_version", ide.equals("vscode") ? "1.139.1" : "2026.2.3");
        json.writeStringField("sampled_at", sampled);
        json.writeEndObject();
        if (ide.equals("vscode")) {
            json.writeObjectFieldStart("last_known_plugin_version");
            json.writeStringField("plugin", "copilot-chat");
            json.writeStringField("plugin_version", "0.52.0");
            json.writeStringField("sampled_at", sampled);
            json.writeEndObject();
        } else {
            json.writeNullField("last_known_plugin_version");
        }
    }

    private static void tokens(JsonGenerator json, String name, @Nullable TokenUse use, @Nullable LocalDate personDay)
            throws IOException {
        if (use == null) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeNumberField("session_count", use.sessions());
        json.writeNumberField("request_count", use.requests());
        json.writeNumberField("prompt_count", use.prompts());
        json.writeObjectFieldStart("token_usage");
        json.writeNumberField("output_tokens_sum", use.outputTokens());
        json.writeNumberField("prompt_tokens_sum", use.promptTokens());
        json.writeNumberField(
                "avg_tokens_per_request",
                Math.round((use.outputTokens() + use.promptTokens()) * 100.0 / use.requests()) / 100.0);
        json.writeEndObject();
        if (personDay != null) {
            json.writeObjectFieldStart("last_known_cli_version");
            json.writeStringField("cli_version", "1.0.88");
            json.writeStringField("sampled_at", personDay + "T08:10:00.000Z");
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}

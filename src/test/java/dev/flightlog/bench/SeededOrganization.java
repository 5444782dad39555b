package dev.flightlog.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented organization whose report files are the same each time: rows as GitHub writes them, about 3.5 KB each and
 * 13.8 for each person in 28 days.
 *
 * @param people how many
 * @param lastDay last of the 28 days
 */
record SeededOrganization(int people, LocalDate lastDay) {
    static final int DAYS = 28;
    static final int PEOPLE_IN_A_TEAM = 50;
    static final int TEAMS_OF_A_PERSON = 2;

    private static final String[] EDITORS = {"vscode", "intellij", "visualstudio", "neovim", "xcode", "eclipse"};
    private static final String[] LANGUAGES = {
        "java",
        "typescript",
        "python",
        "go",
        "csharp",
        "kotlin",
        "rust",
        "sql",
        "yaml",
        "json",
        "markdown",
        "shell",
        "terraform",
        "html",
        "css",
        "javascript",
        "ruby",
        "php",
        "swift",
        "others"
    };
    private static final String[] MODELS = {
        "claude-sonnet-5", "claude-opus-5", "gpt-6", "gpt-6-mini", "gemini-4-pro", "auto", "claude-haiku-5", "others"
    };
    private static final String[] CHAT = {
        "chat_panel_agent_mode", "chat_panel_ask_mode", "chat_panel_edit_mode", "chat_inline", "chat_panel_plan_mode"
    };

    LocalDate firstDay() {
        return lastDay.minusDays(DAYS - 1L);
    }

    int teams() {
        return Math.max(1, people / PEOPLE_IN_A_TEAM * TEAMS_OF_A_PERSON);
    }

    /** Writes {@code users-28-day} into as many files of about the same size. Rows written. */
    long writeUsers(Path directory, int files) throws IOException {
        long rows = 0;
        for (int file = 0; file < files; file++) {
            Path path = directory.resolve("users-28-day-" + file + ".json");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20)) {
                int from = (int) ((long) people * file / files);
                int to = (int) ((long) people * (file + 1) / files);
                for (int person = from; person < to; person++) {
                    rows += writePerson(out, person);
                }
            }
        }
        return rows;
    }

    /** Writes {@code user-teams-1-day} of a day. */
    void writeTeams(Path directory, LocalDate day) throws IOException {
        Path path = directory.resolve("user-teams-1-day-" + day + ".json");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 20)) {
            StringBuilder line = new StringBuilder();
            for (int person = 0; person < people; person++) {
                for (int nth = 0; nth < TEAMS_OF_A_PERSON; nth++) {
                    int team = 1 + (nth == 0 ? person : person * 7 + 3) % teams();
                    line.setLength(0);
                    line.append("{\"user_id\":").append(1_000 + person);
                    line.append(",\"user_login\":\"person-").append(person);
                    line.append("_acme\",\"day\":\"").append(day);
                    line.append("\",\"organization_id\":\"70001\",\"team_id\":").append(team);
                    line.append(",\"slug\":\"team-").append(team).append("\"}\n");
                    out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }

    private int writePerson(OutputStream out, int person) throws IOException {
        int rows = 0;
        for (int index = 0; index < DAYS; index++) {
            LocalDate day = firstDay().plusDays(index);
            SplittableRandom random = new SplittableRandom(person * 31L + day.toEpochDay() * 1_000_003L);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (random.nextInt(1000) < (weekend ? 175 : 620)) {
                out.write(row(person, day, random).getBytes(StandardCharsets.US_ASCII));
                rows++;
            }
        }
        return rows;
    }

    private String row(int person, LocalDate day, SplittableRandom random) {
        StringBuilder row = new StringBuilder(4_000);
        row.append("{\"report_start_day\":\"").append(firstDay());
        row.append("\",\"report_end_day\":\"").append(lastDay);
        row.append("\",\"day\":\"").append(day);
        row.append("\",\"organization_id\":\"70001\",\"enterprise_id\":\"9001\",\"user_id\":")
                .append(1_000 + person);
        row.append(",\"user_login\":\"person-").append(person).append("_acme\",");
        activity(row, random, true);
        row.append(",\"ai_credits_used\":").append(random.nextInt(20_000) / 100.0);
        boolean cli = random.nextInt(100) < 15;
        for (String flag : List.of("used_agent", "used_chat")) {
            row.append(",\"").append(flag).append("\":").append(random.nextInt(100) < 60);
        }
        row.append(",\"used_cli\":").append(cli);
        row.append(",\"used_copilot_app\":false,\"used_copilot_coding_agent\":false");
        row.append(",\"used_copilot_cloud_agent\":false,\"used_copilot_code_review_active\":null");
        row.append(",\"used_copilot_code_review_passive\":").append(random.nextBoolean());
        row.append(",\"ai_adoption_phase\":{\"phase_number\":2,\"phase\":\"Phase 2\",\"version\":\"v1\"}");
        breakdowns(row, person, day, random);
        if (cli) {
            cli(row, day, random);
        }
        return row.append("}\n").toString();
    }

    private static void breakdowns(StringBuilder row, int person, LocalDate day, SplittableRandom random) {
        List<String> chats = some(CHAT, 1 + random.nextInt(2), random);
        List<String> languages = some(LANGUAGES, 1 + random.nextInt(3), random);
        List<String> models = some(MODELS, 1 + random.nextInt(2), random);
        row.append(",\"totals_by_ide\":[{\"ide\":\"")
                .append(EDITORS[person % EDITORS.length])
                .append("\",");
        activity(row, random, true);
        row.append(",\"last_known_ide_version\":{\"ide_version\":\"1.139.").append(random.nextInt(9));
        row.append("\",\"sampled_at\":\"").append(day).append("T15:02:").append(10 + random.nextInt(49));
        row.append(".000Z\"},\"last_known_plugin_version\":{\"plugin\":\"copilot-chat\",\"plugin_version\":\"0.52.0\"");
        row.append(",\"sampled_at\":\"").append(day).append("T15:02:11.000Z\"}}]");

        row.append(",\"totals_by_feature\":[");
        List<String> features = new ArrayList<>(List.of("code_completion", "agent_edit"));
        features.addAll(chats);
        entries(row, random, features, feature -> "\"feature\":\"" + feature + "\"", true);

        row.append("],\"totals_by_language_feature\":[");
        List<String> pairs = new ArrayList<>();
        for (String language : languages) {
            for (String feature : List.of("code_completion", "agent_edit")) {
                pairs.add("\"language\":\"" + language + "\",\"feature\":\"" + feature + "\"");
            }
        }
        entries(row, random, pairs, pair -> pair, false);

        row.append("],\"totals_by_language_model\":[");
        entries(
                row,
                random,
                languages,
                name -> "\"language\":\"" + name + "\",\"model\":\"" + models.get(0) + "\"",
                false);

        row.append("],\"totals_by_model_feature\":[");
        entries(row, random, models, name -> "\"model\":\"" + name + "\",\"feature\":\"" + chats.get(0) + "\"", true);
        row.append(']');
    }

    private static void cli(StringBuilder row, LocalDate day, SplittableRandom random) {
        row.append(",\"totals_by_cli\":{\"session_count\":").append(1 + random.nextInt(9));
        row.append(",\"request_count\":").append(1 + random.nextInt(90));
        row.append(",\"prompt_count\":").append(1 + random.nextInt(30));
        row.append(",\"token_usage\":{\"output_tokens_sum\":").append(random.nextInt(50_000));
        row.append(",\"prompt_tokens_sum\":").append(random.nextInt(900_000));
        row.append(",\"avg_tokens_per_request\":15878.71},\"last_known_cli_version\":{\"cli_version\":\"1.0.88\"");
        row.append(",\"sampled_at\":\"").append(day).append("T08:10:00.000Z\"}}");
    }

    private static void entries(
            StringBuilder row,
            SplittableRandom random,
            List<String> names,
            java.util.function.UnaryOperator<String> key,
            boolean interactions) {
        String separator = "";
        for (String name : names) {
            row.append(separator).append('{').append(key.apply(name)).append(',');
            activity(row, random, interactions);
            row.append('}');
            separator = ",";
        }
    }

    private static void activity(StringBuilder row, SplittableRandom random, boolean interactions) {
        if (interactions) {
            row.append("\"user_initiated_interaction_count\":")
                    .append(random.nextInt(20))
                    .append(',');
        }
        row.append("\"code_generation_activity_count\":").append(random.nextInt(90));
        row.append(",\"code_acceptance_activity_count\":").append(random.nextInt(30));
        row.append(",\"loc_suggested_to_add_sum\":").append(random.nextInt(300));
        row.append(",\"loc_suggested_to_delete_sum\":").append(random.nextInt(20));
        row.append(",\"loc_added_sum\":").append(random.nextInt(900));
        row.append(",\"loc_deleted_sum\":").append(random.nextInt(200));
    }

    private static List<String> some(String[] all, int count, SplittableRandom random) {
        List<String> chosen = new ArrayList<>();
        int start = random.nextInt(all.length);
        for (int index = 0; index < count; index++) {
            chosen.add(all[(start + index) % all.length]);
        }
        return chosen;
    }
}

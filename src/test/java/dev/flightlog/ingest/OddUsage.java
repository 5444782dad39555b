package dev.flightlog.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Files of an invented organization as GitHub might send them, odd rows and all; the same for the same seed. */
final class OddUsage {
    private static final String[] LANGUAGES = {"java", "go", "python", "c++", "others"};
    private static final String[] EDITORS = {"vscode", "intellij", "neovim"};
    private static final String[] MODELS = {"gpt-5.3", "claude-sonnet-5", "auto"};
    private static final String[] FEATURES = {"code_completion", "agent_edit", "chat_panel_ask_mode"};

    private final Random random;
    private final int people;
    private final int teams;

    OddUsage(long seed) {
        random = new Random(seed);
        people = 25 + random.nextInt(50);
        teams = 3 + random.nextInt(6);
    }

    /** Lines of {@code users-1-day}. */
    List<String> users(LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (int person = 1; person <= people; person++) {
            if (random.nextInt(5) == 0) {
                continue;
            }
            String login = "person-" + person;
            lines.add(user(quoted(day.toString()), Integer.toString(person), login));
            if (random.nextInt(6) == 0) {
                lines.add(oddUser(day, person, login));
            }
        }
        return lines;
    }

    private String oddUser(LocalDate day, int person, String login) {
        String today = quoted(day.toString());
        return switch (random.nextInt(13)) {
            case 0 -> user(today, "null", login);
            case 1 -> user(today, "0", login);
            case 2 -> user(quoted(day.minusDays(1).toString()), Integer.toString(person), login);
            case 3 -> "null";
            case 4 -> "17";
            case 5 -> "{\"day\":" + today + ",\"user_id\":" + person + ",\"user_lo";
            case 6 -> user(quoted(day + "T00:00:00Z"), Integer.toString(1_000 + person), "with-a-time");
            case 7 -> user(today, quoted(Integer.toString(2_000 + person)), "id-as-text");
            case 8 -> wrongTypes(today, 3_000 + person);
            // The same row twice, the second one with other figures.
            case 9, 10 -> user(today, Integer.toString(person), login);
            // Somebody was renamed in the course of the day.
            default -> user(today, Integer.toString(person), login + "-new");
        };
    }

    private String user(String day, String person, String login) {
        boolean idle = random.nextInt(4) == 0;
        return """
            {"day":%s,"user_id":%s,"user_login":"%s","ai_credits_used":%d.%02d,"user_initiated_interaction_count":%d,\
            "code_generation_activity_count":%d,"code_acceptance_activity_count":%d,"loc_suggested_to_add_sum":%d,\
            "loc_suggested_to_delete_sum":%d,"loc_added_sum":%d,"loc_deleted_sum":%d,"used_agent":%b,"used_chat":%b,\
            "used_cli":%b,"used_copilot_app":%b,"totals_by_ide":%s,"totals_by_feature":%s,\
            "totals_by_language_feature":%s,"totals_by_model_feature":%s,"totals_by_cli":%s,\
            "totals_by_copilot_app":%s}\
            """.formatted(
                        day,
                        person,
                        login,
                        random.nextInt(40),
                        random.nextInt(100),
                        count(idle, 9),
                        count(idle, 80),
                        count(idle, 20),
                        count(idle, 90),
                        count(idle, 5),
                        count(idle, 200),
                        count(idle, 60),
                        flag(idle),
                        flag(idle),
                        flag(idle),
                        flag(idle),
                        entries("ide", EDITORS, idle),
                        entries("feature", FEATURES, idle),
                        entries("language", LANGUAGES, idle),
                        entries("model", MODELS, idle),
                        sessions(idle),
                        sessions(idle));
    }

    /** Each of these fields is of a type that it should not have, and counts for nothing. */
    private static String wrongTypes(String day, int person) {
        return """
            {"day":%s,"user_id":%d,"user_login":"odd","ai_credits_used":{},"user_initiated_interaction_count":[1],\
            "code_generation_activity_count":7,"code_acceptance_activity_count":"many","loc_added_sum":-3,\
            "used_agent":1,"used_chat":"true","used_cli":null,"totals_by_ide":{},"totals_by_feature":[7],\
            "totals_by_language_feature":"java","totals_by_cli":[]}\
            """.formatted(day, person);
    }

    private int count(boolean idle, int most) {
        return idle || random.nextInt(4) == 0 ? 0 : random.nextInt(most);
    }

    private boolean flag(boolean idle) {
        return !idle && random.nextInt(4) == 0;
    }

    /** Some names come more than once in a row, as a language does for each feature, and some with nothing but zeros. */
    private String entries(String key, String[] names, boolean idle) {
        List<String> entries = new ArrayList<>();
        int size = idle ? 0 : random.nextInt(5);
        for (int entry = 0; entry < size; entry++) {
            boolean nothing = random.nextInt(5) == 0;
            entries.add("""
                {"%s":"%s","user_initiated_interaction_count":%d,"code_generation_activity_count":%d,\
                "code_acceptance_activity_count":%d,"loc_suggested_to_add_sum":%d,"loc_added_sum":%d,\
                "loc_deleted_sum":%d}\
                """.formatted(
                            key,
                            names[random.nextInt(names.length)],
                            count(nothing, 9),
                            count(nothing, 50),
                            count(nothing, 20),
                            count(nothing, 90),
                            count(nothing, 90),
                            count(nothing, 30)));
        }
        return "[" + String.join(",", entries) + "]";
    }

    private String sessions(boolean idle) {
        return idle || random.nextInt(3) > 0
                ? "null"
                : "{\"session_count\":%d,\"request_count\":%d,\"prompt_count\":%d}"
                        .formatted(random.nextInt(3), random.nextInt(3), random.nextInt(3));
    }

    /** Lines of {@code user-teams-1-day}: each person in none, one or two teams, differently each day. */
    List<String> teams(LocalDate day) {
        List<String> lines = new ArrayList<>();
        String today = quoted(day.toString());
        for (int person = 1; person <= people; person++) {
            int first = 1 + random.nextInt(teams);
            if (random.nextInt(8) > 0) {
                lines.add(member(today, Integer.toString(person), first));
            }
            if (random.nextInt(3) == 0) {
                lines.add(member(today, Integer.toString(person), 1 + first % teams));
            }
            if (random.nextInt(10) == 0) {
                lines.add(
                        switch (random.nextInt(6)) {
                            case 0 -> member(today, "null", first);
                            case 1 -> member(quoted(day.minusDays(1).toString()), Integer.toString(person), 1);
                            case 2 -> "null";
                            case 3 -> member(today, quoted(Integer.toString(person)), first);
                            // Somebody of whom there is no usage, and one who is there twice.
                            case 4 -> member(today, Integer.toString(9_000 + person), first);
                            default -> member(today, Integer.toString(person), first);
                        });
            }
        }
        return lines;
    }

    private static String member(String day, String person, int team) {
        return "{\"user_id\":%s,\"day\":%s,\"organization_id\":\"70001\",\"team_id\":%d,\"slug\":\"team-%d\"}"
                .formatted(person, day, 100 + team, team);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}

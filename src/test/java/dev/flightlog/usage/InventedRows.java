package dev.flightlog.usage;

import java.time.LocalDate;
import java.util.Random;

/** Rows of invented people, the same for the same seed. */
public final class InventedRows {
    private static final String[] LANGUAGES = {"java", "go", "python", "others"};
    private static final String[] EDITORS = {"vscode", "intellij"};

    private InventedRows() {}

    /** People 1 to {@code people}, each with a row or not. */
    public static String users(long seed, LocalDate day, int people) {
        Random random = new Random(seed * 31 + day.toEpochDay());
        StringBuilder file = new StringBuilder();
        for (int person = 1; person <= people; person++) {
            if (random.nextInt(4) > 0) {
                file.append(user(random, day, person)).append('\n');
            }
        }
        return file.toString();
    }

    private static String user(Random random, LocalDate day, int person) {
        int generations = random.nextInt(5) == 0 ? 0 : random.nextInt(50);
        int cli = random.nextInt(6) == 0 ? random.nextInt(9) : 0;
        return """
            {"day":"%s","user_id":%d,"user_login":"person-%d","ai_credits_used":%d.%02d,\
            "user_initiated_interaction_count":%d,"code_generation_activity_count":%d,\
            "code_acceptance_activity_count":%d,"loc_added_sum":%d,"used_agent":%b,"used_chat":%b,"used_cli":%b,\
            "totals_by_ide":[{"ide":"%s","code_generation_activity_count":%d}],\
            "totals_by_feature":[{"feature":"code_completion","code_generation_activity_count":%d,\
            "code_acceptance_activity_count":%d},{"feature":"agent_edit","code_generation_activity_count":%d}],\
            "totals_by_language_feature":[{"language":"%s","feature":"code_completion",\
            "code_generation_activity_count":%d}],"totals_by_cli":%s}\
            """.formatted(
                        day,
                        person,
                        person,
                        random.nextInt(40),
                        random.nextInt(100),
                        random.nextInt(3),
                        generations,
                        random.nextInt(9),
                        random.nextInt(200),
                        random.nextInt(4) == 0,
                        random.nextInt(3) == 0,
                        false,
                        EDITORS[person % EDITORS.length],
                        generations,
                        random.nextInt(30),
                        random.nextInt(10),
                        random.nextInt(30),
                        LANGUAGES[random.nextInt(LANGUAGES.length)],
                        generations,
                        cli == 0 ? "null" : "{\"session_count\":" + cli + ",\"request_count\":1,\"prompt_count\":2}");
    }

    /** Each person in a team or two of {@code teams}, differently each day. */
    public static String teams(long seed, LocalDate day, int people, int teams) {
        Random random = new Random(seed * 17 + day.toEpochDay());
        StringBuilder file = new StringBuilder();
        for (int person = 1; person <= people; person++) {
            int first = 1 + random.nextInt(teams);
            file.append(member(day, person, first));
            if (random.nextBoolean() && teams > 1) {
                file.append(member(day, person, 1 + first % teams));
            }
        }
        return file.toString();
    }

    private static String member(LocalDate day, int person, int team) {
        return "{\"user_id\":%d,\"day\":\"%s\",\"organization_id\":\"70001\",\"team_id\":%d,\"slug\":\"team-%d\"}%n"
                .formatted(person, day, 100 + team, team);
    }
}

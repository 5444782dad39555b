import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Report files of invented people, the same at every training. */
final class TrainingReports {
    static final int DAYS = 28;

    private final LocalDate lastDay;
    private final int people;
    private final int teams;

    TrainingReports(LocalDate lastDay, int people, int teams) {
        this.lastDay = lastDay;
        this.people = people;
        this.teams = teams;
    }

    /** @param name {@code teams}, or anything else for the days of the people */
    byte[] file(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Random random = new Random(1);
        for (int person = 1; person <= people; person++) {
            if (name.equals("teams")) {
                for (int team = person % teams; team < teams; team += teams / 2) {
                    write(
                            out,
                            "{\"user_id\":%d,\"user_login\":\"person-%d\",\"organization_id\":\"1\",\"team_id\":%d,\"slug\":\"team-%d\"}\n"
                                    .formatted(person, person, team + 1, team + 1));
                }
            } else {
                for (int back = random.nextInt(4); back < DAYS; back += 1 + random.nextInt(3)) {
                    write(out, day(person, lastDay.minusDays(back), random));
                }
            }
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String line) {
        out.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    }

    private String day(int person, LocalDate day, Random random) {
        String cli = random.nextInt(6) > 0
                ? ""
                : """
                ,"totals_by_cli":{"session_count":%d,"request_count":%d,"prompt_count":3,"token_usage":\
                {"output_tokens_sum":%d,"prompt_tokens_sum":%d,"avg_tokens_per_request":1588.71},\
                "last_known_cli_version":{"cli_version":"1.0.88","sampled_at":"%sT08:10:00.000Z"}}\
                """.formatted(
                                1 + random.nextInt(9),
                                random.nextInt(90),
                                random.nextInt(50_000),
                                random.nextInt(900_000),
                                day);
        return """
            {"report_start_day":"%s","report_end_day":"%s","day":"%s","organization_id":"1","enterprise_id":"9",\
            "user_id":%d,"user_login":"person-%d",%s,"ai_credits_used":%d.5,"used_agent":%b,"used_chat":%b,\
            "used_cli":%b,"used_copilot_app":false,"used_copilot_coding_agent":false,\
            "used_copilot_cloud_agent":false,"used_copilot_code_review_active":null,\
            "used_copilot_code_review_passive":%b,\
            "ai_adoption_phase":{"phase_number":2,"phase":"Phase 2","version":"v1"},\
            "totals_by_ide":[%s],"totals_by_feature":[%s],"totals_by_language_feature":[%s],\
            "totals_by_language_model":[%s],"totals_by_model_feature":[%s]%s}
            """.formatted(
                lastDay.minusDays(DAYS - 1),
                lastDay,
                day,
                person,
                person,
                activity(random),
                random.nextInt(200),
                random.nextBoolean(),
                random.nextBoolean(),
                !cli.isEmpty(),
                random.nextBoolean(),
                entry("\"ide\":\"vscode\"", random) + "," + entry("\"ide\":\"ide-" + random.nextInt(5) + "\"", random),
                entry("\"feature\":\"code_completion\"", random) + ","
                        + entry("\"feature\":\"feature-" + random.nextInt(5) + "\"", random),
                entries("language", "feature", random),
                entries("language", "model", random),
                entries("model", "feature", random),
                cli);
    }

    private static String entries(String one, String other, Random random) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> entry(
                        "\"%s\":\"%s-%d\",\"%s\":\"%s-%d\"".formatted(one, one, i + random.nextInt(9), other, other, i),
                        random))
                .collect(Collectors.joining(","));
    }

    private static String entry(String key, Random random) {
        return "{" + key + "," + activity(random) + "}";
    }

    private static String activity(Random random) {
        return ("\"user_initiated_interaction_count\":%d,\"code_generation_activity_count\":%d,"
                        + "\"code_acceptance_activity_count\":%d,\"loc_suggested_to_add_sum\":%d,"
                        + "\"loc_suggested_to_delete_sum\":%d,\"loc_added_sum\":%d,\"loc_deleted_sum\":%d")
                .formatted(
                        random.nextInt(20),
                        random.nextInt(90),
                        random.nextInt(30),
                        random.nextInt(300),
                        random.nextInt(20),
                        random.nextInt(900),
                        random.nextInt(200));
    }
}

package dev.flightlog.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.load.UsageDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Figures of a day against a second computation: plain SQL over the file as GitHub sent it, each line a jsonb. Odd rows are
 * mixed in: without a person, of another day, with a wrong type, and twice the same person. Credits alone are no activity.
 */
class IndependentFiguresTest {
    private static final String RAW = """
        with line as (
            select value as row from jsonb_array_elements(cast(? as jsonb))
        ), readable as (
            select (row ->> 'user_id')::bigint as person, row
            from line
            where jsonb_typeof(row) = 'object' and jsonb_typeof(row -> 'user_id') = 'number'
              and (row ->> 'user_id')::bigint > 0 and row ->> 'day' = '2026-11-16'
        ), person as (
            select person
                 , max(case jsonb_typeof(row -> 'loc_added_sum') when 'number' then (row ->> 'loc_added_sum')::bigint else 0 end) as loc
                 , max((row ->> 'code_generation_activity_count')::bigint) as generations
                 , max((row ->> 'code_acceptance_activity_count')::bigint) as acceptances
                 , max((row ->> 'ai_credits_used')::numeric) as credits
                 , bool_or(row -> 'used_agent' = 'true'::jsonb) as agent
                 , bool_or(row -> 'used_chat' = 'true'::jsonb) as chat
            from readable group by person
        )
        select count(*) as people
             , count(*) filter (where loc > 0 or generations > 0 or acceptances > 0 or agent or chat) as active
             , count(*) filter (where agent) as agents, count(*) filter (where chat) as chats
             , sum(generations) as generations, sum(acceptances) as acceptances, sum(loc) as loc
             , round(sum(credits), 4) as credits
        from person
        """;

    private static final String STORED = """
        select people, active_people, agent_people, chat_people, generations, acceptances, loc_added
             , round(ai_credits, 4) as credits
        from usage_day where team_id = 0
        """;

    private static UsageDatabase usage;

    @BeforeAll
    static void start() {
        usage = new UsageDatabase();
    }

    @AfterAll
    static void stop() {
        usage.close();
    }

    @BeforeEach
    void clear() {
        usage.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void areTheSame(long seed) throws IOException {
        List<String> rows = rows(new Random(seed));
        usage.load(ReportKind.USERS_1_DAY, UsageDatabase.DAY, String.join("\n", rows));

        List<String> stored = usage.rows(STORED);
        assertThat(stored).hasSize(1);
        assertThat(stored).isEqualTo(usage.rows(RAW, "[" + String.join(",", rows) + "]"));
    }

    private static List<String> rows(Random random) {
        List<String> rows = new ArrayList<>();
        int people = 20 + random.nextInt(60);
        for (int person = 1; person <= people; person++) {
            rows.add(row(
                    random, Integer.toString(1_000 + person), "2026-11-16", Integer.toString(random.nextInt(3) * 40)));
            if (random.nextInt(8) == 0) {
                rows.add(odd(random, 1_000 + person));
            }
        }
        return rows;
    }

    private static String odd(Random random, int person) {
        return switch (random.nextInt(5)) {
            case 0 -> row(random, "null", "2026-11-16", "7");
            case 1 -> row(random, "0", "2026-11-16", "7");
            case 2 -> row(random, Integer.toString(person), "2026-11-15", "7");
            case 3 -> row(random, Integer.toString(5_000 + person), "2026-11-16", "{}");
            default -> row(random, Integer.toString(person), "2026-11-16", "13");
        };
    }

    private static String row(Random random, String person, String day, String lines) {
        boolean idle = random.nextInt(4) == 0;
        int offered = idle ? 0 : random.nextInt(200);
        return """
            {"day":"%s","user_id":%s,"user_login":"p%s","code_generation_activity_count":%d,\
            "code_acceptance_activity_count":%d,"loc_added_sum":%s,"ai_credits_used":%d.25,"used_agent":%s,"used_chat":%s}\
            """.formatted(
                        day,
                        person,
                        person,
                        offered,
                        offered / 3,
                        idle && lines.matches("[0-9]+") ? "0" : lines,
                        offered,
                        !idle && random.nextBoolean(),
                        !idle && random.nextBoolean());
    }
}

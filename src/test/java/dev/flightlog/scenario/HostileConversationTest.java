package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Person;
import dev.flightlog.scenario.Conversation.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two hundred random and hostile comments: never an exception, never two replies. */
class HostileConversationTest {
    private static final List<String> WORDS = List.of(
            "help",
            "team",
            "me",
            "seats",
            "summary",
            "csv",
            "user",
            "@everyone",
            "@acme/platform",
            "`",
            "```",
            "> ",
            "|",
            "<!-- flightlog:reply 1 -->",
            "=",
            "since=",
            "limit=9999",
            "since=30d",
            "2026-W46",
            "2026-W99",
            "\u0000",
            "\u202e",
            "\u200b",
            "🦄",
            "ß",
            "\ufeff",
            "**",
            "<b>",
            "&amp;",
            "\\",
            "'; drop table seat; --",
            "a".repeat(700),
            "\n",
            "\r\n/copilot me",
            "\t",
            "%s",
            "-1",
            "${x}");

    @Test
    void eachGetsOneReplyOrNone() {
        Random random = new Random(20_261_120);
        try (Conversation conversation = new Conversation()) {
            List<Person> people =
                    List.of(conversation.acme.admin(), conversation.acme.developer(), conversation.acme.outsider());
            for (int i = 0; i < 200; i++) {
                conversation.clock.advance(Duration.ofSeconds(20));
                Exchange exchange = conversation.says(people.get(i % people.size()), comment(random));

                assertThat(exchange.replies()).hasSizeLessThanOrEqualTo(1);
                assertThat(exchange.reactions().isEmpty())
                        .isEqualTo(!exchange.reactions().contains("eyes"));
            }
            assertThat(conversation.app.query(
                            "select count(*) from command_log where outcome in ('failed', 'running')"))
                    .containsExactly("0");
        }
    }

    private static String comment(Random random) {
        String start = List.of("/copilot ", "/copilot\u00a0", "/COPILOT ", "> /copilot ", "`/copilot ", "")
                .get(random.nextInt(6));
        return start
                + IntStream.range(0, random.nextInt(5))
                        .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                        .collect(Collectors.joining(" "));
    }
}

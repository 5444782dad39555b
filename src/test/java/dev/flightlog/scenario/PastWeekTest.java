package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.scenario.Conversation.Exchange;
import org.junit.jupiter.api.Test;

/** A server that is installed today is asked for a week of two months ago: nothing rests on the seats of today. */
class PastWeekTest {
    @Test
    void isToldAsItWas() {
        try (Conversation conversation = new Conversation()) {
            Exchange past = conversation.says(conversation.acme.admin(), "/copilot summary 2026-W40");

            assertThat(past.reply())
                    .contains("used Copilot in this week; the data are complete to Oct 4.**")
                    .contains("Seats of that week are not known.")
                    .contains("| Seats | – |")
                    .doesNotContain(
                            "are idle",
                            "Needs a decision",
                            "of seats)",
                            "USD a month",
                            "included with the seats",
                            "Seats by state",
                            "this post is edited");

            Exchange latest = conversation.says(conversation.acme.admin(), "/copilot summary 2026-W46");
            assertThat(latest.reply()).contains("were used this week", "Needs a decision", "of seats)");
        }
    }
}

package dev.flightlog.summary.text;

import dev.flightlog.markdown.Cell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the week's figures, worded once for posts and pages.
 *
 * @param now this week's value
 * @param before last week's; {@link Cell#NONE} where it is not known
 * @param change the change against last week; "–" where there is none to show
 * @param trend one value for each of the last eight weeks, oldest first; null where it is not known, or
 *     where days of the week are missing
 * @param range the lowest and the highest value of the trend in words; empty where they do not differ
 */
public record Metric(Kind kind, Cell now, Cell before, String change, List<@Nullable Number> trend, String range) {
    public Metric {
        trend = Collections.unmodifiableList(new ArrayList<>(trend));
    }

    public String name() {
        return kind.words;
    }

    /** What a row is about. */
    public enum Kind {
        SEATS("Seats"),
        ACTIVE_USERS("Active users"),
        ACCEPTANCE_RATE("Acceptance rate"),
        AGENT_USERS("Agent users"),
        CHAT_USERS("Chat users"),
        CLI_USERS("CLI users"),
        AI_CREDITS("AI credits"),
        MERGED_PULL_REQUESTS("PRs merged that Copilot wrote or reviewed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Whether it is counted at one moment, so that it does not matter which days of the week have data. */
        public boolean isOfOneMoment() {
            return this == SEATS;
        }
    }
}

package dev.flightlog.web.review;

import dev.flightlog.web.Fact;
import dev.flightlog.web.Form;
import dev.flightlog.web.Notice;
import dev.flightlog.web.Page;
import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One seat review: what is proposed, who needs their seat, what was done.
 *
 * @param title number and day
 * @param notice what came of the last click; null without one
 * @param byHand how people take the seats back themselves; null where they need not
 * @param issue address of the review's issue; null before it is made
 * @param named whether people may be named; else there are counts only
 * @param nameless why nobody is named
 * @param byLogin what can be done with one seat where nobody is named
 * @param story every step, oldest first
 */
public record ReviewPage(
        String title,
        String listPath,
        @Nullable Notice notice,
        Content verdict,
        String state,
        String tone,
        List<Fact> facts,
        @Nullable String issue,
        List<Form> actions,
        @Nullable Content byHand,
        boolean named,
        Content nameless,
        List<Form> byLogin,
        List<Count> counts,
        List<Line> people,
        List<Line> throughTeams,
        List<Step> story)
        implements Page {
    @Override
    public String template() {
        return "review.jte";
    }

    /** How many seats have a word. */
    public record Count(String word, String tone, String seats) {}

    /**
     * One person's line.
     *
     * @param unusedSince day of the last known use, or since when the seat is there
     * @param team the team that the seat is held through; empty for a seat assigned directly
     * @param detail more about the word; may be empty
     * @param actions what can be done about it
     */
    public record Line(
            String position,
            String login,
            String href,
            LocalDate unusedSince,
            boolean everUsed,
            String team,
            String plan,
            String word,
            String tone,
            String detail,
            List<Form> actions) {}

    /** Something that was done. */
    public record Step(Instant at, String what, String whose, String detail) {}
}

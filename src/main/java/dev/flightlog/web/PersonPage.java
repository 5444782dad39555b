package dev.flightlog.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's seat and usage: the visitor's own, or anybody's for an admin.
 *
 * @param seatsPath way back to the list; null on one's own page
 * @param privacy who sees this
 * @param notice what came of the last click; null without one
 * @param matters what can be done about the seat
 * @param seat null where there is none, or where it is not known
 * @param noSeat what to say then
 * @param noUsage what to say where there is no usage
 * @param span which days the usage is about
 */
public record PersonPage(
        String title,
        @Nullable String seatsPath,
        Content sentence,
        String privacy,
        @Nullable Notice notice,
        List<Matter> matters,
        @Nullable SeatCard seat,
        String noSeat,
        String span,
        List<Fact> usage,
        String noUsage,
        Content advice,
        List<Day> days)
        implements Page {
    @Override
    public String template() {
        return "person.jte";
    }

    /** What is known of the seat. */
    public record SeatCard(String state, String tone, List<Fact> facts) {}

    /** One day of use. */
    public record Day(String label, String used, String prompts, String accepted, String lines, String credits) {}
}

package dev.flightlog.web.usage;

import dev.flightlog.web.Figure;
import dev.flightlog.web.Page;
import dev.flightlog.web.PeriodBar;
import dev.flightlog.web.Series;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team over time.
 *
 * @param github the team on GitHub
 * @param open whether its figures may be shown
 * @param why not
 * @param comparedWith the other team's name; null without one
 * @param json address of the team's days in the API
 * @param others teams that it can be compared with
 * @param names languages, editors, models and features, without figures
 */
public record TeamPage(
        String path,
        String teamsPath,
        String name,
        String sentence,
        String github,
        boolean open,
        Content why,
        String csv,
        String json,
        List<Figure> figures,
        PeriodBar bar,
        @Nullable String comparedWith,
        List<Other> others,
        Series series,
        List<Names> names)
        implements Page {
    @Override
    public String template() {
        return "team.jte";
    }

    /** What at least so many people of the team used on one day, in one line; most people first. */
    public record Names(String what, String names) {}

    /** A team to compare with. */
    public record Other(String slug, String name, boolean chosen) {}
}

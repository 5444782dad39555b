package dev.flightlog.web.usage;

import dev.flightlog.web.Figure;
import dev.flightlog.web.Page;
import dev.flightlog.web.PeriodBar;
import dev.flightlog.web.Series;
import dev.flightlog.web.SourceRow;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organization: its latest week, and its usage over time.
 *
 * @param headline the week in one sentence
 * @param weekTitle which week that is; empty before the first
 * @param coverage which days the week lacks; null for none
 * @param post the week's post on GitHub; null while there is none
 * @param notices what is wrong and what to do
 * @param figures the week's figures; none before the first
 * @param phases null where GitHub reports none
 */
public record OverviewPage(
        String organization,
        Content headline,
        String weekTitle,
        @Nullable Content coverage,
        @Nullable LocalDate dataThrough,
        @Nullable String post,
        List<Content> notices,
        List<Figure> figures,
        List<Content> decisions,
        PeriodBar bar,
        Series series,
        @Nullable PhaseTable phases,
        List<BreakdownTable> breakdowns,
        List<SourceRow> sources,
        Content definitions)
        implements Page {
    @Override
    public String template() {
        return "overview.jte";
    }
}

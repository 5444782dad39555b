package dev.flightlog.web.usage;

import dev.flightlog.web.Column;
import dev.flightlog.web.Page;
import dev.flightlog.web.Pager;
import gg.jte.Content;
import java.util.List;

/**
 * Teams: the visitor's own, or all for an admin.
 *
 * @param all whether these are all teams
 * @param rows teams whose figures may be shown
 * @param closed teams of the visitor whose figures may not be shown, with why
 * @param hidden how many teams are hidden and why; empty for none
 */
public record TeamsPage(
        String path,
        boolean admin,
        boolean all,
        String sentence,
        String emptyTitle,
        Content emptyWhy,
        List<Column> columns,
        List<Row> rows,
        Pager pager,
        List<Closed> closed,
        String hidden)
        implements Page {
    @Override
    public String template() {
        return "teams.jte";
    }

    /** A team to open. */
    public record Row(String name, String slug, String href, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A team that cannot be opened. */
    public record Closed(String name, String why) {}
}

package dev.flightlog.web.usage;

import dev.flightlog.web.Column;
import dev.flightlog.web.Figure;
import dev.flightlog.web.Page;
import dev.flightlog.web.Pager;
import dev.flightlog.web.PeriodBar;
import java.util.List;

/** Pull requests by repository over a period. */
public record RepositoriesPage(PeriodBar bar, List<Figure> figures, List<Column> columns, List<Row> rows, Pager pager)
        implements Page {
    @Override
    public String template() {
        return "repositories.jte";
    }

    /** One repository. */
    public record Row(String name, String href, String visibility, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}

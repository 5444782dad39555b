package dev.flightlog.web;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Organizations of one admin side by side.
 *
 * @param total the cells of all together
 * @param named whether people may be named in every one of them
 * @param twice people with a seat in more than one, with the organizations
 */
public record PortfolioPage(
        String sentence, List<Row> rows, List<String> total, boolean named, Content nameless, List<Fact> twice)
        implements Page {
    @Override
    public String template() {
        return "portfolio.jte";
    }

    /** One organization. */
    public record Row(
            String name,
            String href,
            List<String> cells,
            @Nullable LocalDate through) {}
}

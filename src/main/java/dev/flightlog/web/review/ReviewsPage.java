package dev.flightlog.web.review;

import dev.flightlog.web.Form;
import dev.flightlog.web.Notice;
import dev.flightlog.web.Page;
import dev.flightlog.web.Pager;
import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All seat reviews of an organization, and the members who ask for a seat.
 *
 * @param notice what came of the last click; null without one
 * @param rule what the policy says of reviews
 * @param waiting how many members ask for a seat, as a sentence; empty for nobody
 * @param requests those members, by number only where people may not be named
 * @param reviews newest first
 */
public record ReviewsPage(
        @Nullable Notice notice,
        String rule,
        List<Form> actions,
        String waiting,
        boolean named,
        Content nameless,
        List<Request> requests,
        List<Row> reviews,
        Pager pager)
        implements Page {
    @Override
    public String template() {
        return "reviews.jte";
    }

    /**
     * A member who asks for a seat.
     *
     * @param login or the request's number where people may not be named
     * @param href of the person's page; empty where there is none
     */
    public record Request(String login, String href, Instant at, String reason, List<Form> actions) {}

    /** One review. */
    public record Row(
            String title,
            String href,
            Instant started,
            String by,
            String state,
            String tone,
            String proposed,
            String removed) {}
}

package dev.flightlog.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seats of an organization: in figures, then one by one.
 *
 * @param sentence how many, what they cost, and what is idle
 * @param known whether seats were ever read, else there are no figures and no list
 * @param actions what else can be done here: start a review
 * @param openReview path of the review that is open; null without one
 * @param github GitHub's own breakdown; empty where it was not read
 * @param named whether people may be named, else there is no list
 * @param count how many seats fit
 * @param money what those cost
 */
public record SeatsPage(
        String path,
        Content sentence,
        String plan,
        boolean known,
        List<Form> actions,
        @Nullable String openReview,
        String csv,
        List<State> states,
        List<Fact> github,
        Filter filter,
        List<TeamChoice> teams,
        boolean named,
        Content nameless,
        String count,
        String money,
        List<Column> columns,
        List<Row> rows,
        Pager pager)
        implements Page {
    @Override
    public String template() {
        return "seats.jte";
    }

    /** Seats in one state. */
    public record State(String key, String name, String count, String meaning, String href, boolean current) {}

    /** A team to choose. */
    public record TeamChoice(String slug, String name) {}

    /** Which seats are wanted; an empty text means any. */
    public record Filter(String query, String state, String team, String held, String sort) {
        public boolean any() {
            return !query.isEmpty() || !state.isEmpty() || !team.isEmpty() || !held.isEmpty();
        }
    }

    /**
     * One seat.
     *
     * @param lastUse the last known activity; null where none was ever known
     */
    public record Row(
            String login,
            String href,
            String state,
            String tone,
            @Nullable Instant lastUse,
            String editor,
            Instant since,
            String held,
            String price) {}
}

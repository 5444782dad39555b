package dev.flightlog.web;

import dev.flightlog.session.SignedIn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every page.
 *
 * @param title the page's name, without the product's
 * @param viewer who is signed in; null for nobody
 * @param organization the organization that the page is about, with its tabs; null for none
 * @param now when the page was made; relative times count from it
 */
public record Frame(
        String title, @Nullable Viewer viewer, @Nullable Subject organization, Instant now) {
    /** A page for whoever comes. */
    public static Frame open(String title, Instant now) {
        return new Frame(title, null, null, now);
    }

    /** A page for somebody who is signed in, about no organization. */
    public static Frame of(SignedIn person, String title, Instant now) {
        return new Frame(title, new Viewer(person.login(), person.csrfToken()), null, now);
    }

    /**
     * Who is signed in.
     *
     * @param csrf the session's token that every form sends back
     */
    public record Viewer(String login, String csrf) {}

    /**
     * The organization that a page is about.
     *
     * @param tabs pages that this person may open
     */
    public record Subject(String login, List<Tab> tabs) {
        public Subject {
            tabs = List.copyOf(tabs);
        }
    }

    /** A way to another page of the organization. */
    public record Tab(String name, String href, boolean current) {}
}

package dev.flightlog.session;

import java.util.regex.Pattern;

/** Tells paths of pages, which browsers ask for, from those of machines. */
public final class PagePath {
    /**
     * Not the API, webhooks, the set-up before there is an App (but the page after an installation), published files, or
     * the management port's paths.
     */
    static final String PATTERN =
            "^/(?!(?:api|webhooks|setup(?!/installed)|schemas|assets|health|prometheus)(?:/|$)|openapi\\.yml$).*";

    private static final Pattern PAGES = Pattern.compile(PATTERN);

    private PagePath() {}

    /** Whatever is not known as a machine's path counts as a page. */
    public static boolean matches(String path) {
        return PAGES.matcher(path).matches();
    }
}

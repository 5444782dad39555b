package dev.flightlog.github;

import java.util.regex.Pattern;

/** The path of a request, GitHub's or ours, as a log may have it: without whom it is about. */
public final class LoggablePath {
    private static final Pattern PERSON =
            Pattern.compile("(?<=/(?:memberships|members|users|seats|collaborators|assignees)/)[^/]+");

    private LoggablePath() {}

    public static String of(String path) {
        return PERSON.matcher(path).replaceAll("*");
    }
}

package dev.flightlog.github.rest;

import java.util.regex.Pattern;

/** The path of a request, GitHub's or ours, as it may be logged: without the person that it names. */
public final class RedactedPath {
    private static final Pattern PERSON =
            Pattern.compile("(?<=/(?:memberships|members|users|seats|collaborators|assignees)/)[^/]+");

    private RedactedPath() {}

    public static String of(String path) {
        return PERSON.matcher(path).replaceAll("*");
    }
}

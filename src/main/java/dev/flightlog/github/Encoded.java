package dev.flightlog.github;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Text made fit for a place in an address. */
final class Encoded {
    private Encoded() {}

    /** One segment of a path, or one value of a query. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A path of a file: its slashes stay. */
    static String path(String path) {
        return Arrays.stream(path.split("/", -1)).map(Encoded::segment).collect(Collectors.joining("/"));
    }
}

package dev.flightlog.github.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Text made fit for a place in an address. */
public final class UrlEncoding {
    private UrlEncoding() {}

    /** One segment of a path, or one value of a query. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A path of a file: its slashes stay. */
    public static String path(String path) {
        return Arrays.stream(path.split("/", -1)).map(UrlEncoding::segment).collect(Collectors.joining("/"));
    }
}

package dev.flightlog.api;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, as on GitHub.
 *
 * @param number from 1
 * @param size entries a page, at most 100
 */
public record Page(int number, int size) {
    private static final int DEFAULT_SIZE = 30;
    private static final int LARGEST_SIZE = 100;

    /** @throws ProblemException 400 for anything but whole numbers in range */
    public static Page of(@Nullable String page, @Nullable String perPage) {
        return new Page(
                number("page", page, 1, Integer.MAX_VALUE), number("per_page", perPage, DEFAULT_SIZE, LARGEST_SIZE));
    }

    long offset() {
        return (number - 1L) * size;
    }

    /** The entries of a list that is there as a whole. */
    public <T> List<T> of(List<T> all) {
        return all.stream().skip(offset()).limit(size).toList();
    }

    /**
     * Adds GitHub's {@code Link} header: first and prev, next and last, where there are such pages.
     *
     * @param list address of this page, as callers reach it
     */
    public <T> MutableHttpResponse<T> link(MutableHttpResponse<T> response, URI list, long total) {
        int last = (int) Math.max(1, (total + size - 1) / size);
        List<String> links = new ArrayList<>();
        if (number > 1) {
            links.add(link(list, Math.min(number - 1, last), "prev"));
        }
        if (number < last) {
            links.add(link(list, number + 1, "next"));
            links.add(link(list, last, "last"));
        }
        if (number > 1) {
            links.add(link(list, 1, "first"));
        }
        return links.isEmpty() ? response : response.header("Link", String.join(", ", links));
    }

    private String link(URI list, int page, String relation) {
        String uri = UriBuilder.of(list)
                .replaceQueryParam("page", page)
                .replaceQueryParam("per_page", size)
                .build()
                .toString();
        return "<" + uri + ">; rel=\"" + relation + "\"";
    }

    private static int number(String name, @Nullable String text, int otherwise, int most) {
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Reported below, with those out of range.
        }
        throw ProblemException.badRequest(
                name + " must be a whole number from 1" + (most == Integer.MAX_VALUE ? "" : " to " + most));
    }
}

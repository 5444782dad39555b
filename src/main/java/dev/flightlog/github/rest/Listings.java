package dev.flightlog.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Pace;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Long listings, page by page; where somebody waits, a few pages at a time. */
@Singleton
public class Listings {
    private static final Pattern PAGE = Pattern.compile("(?<=[?&]page=)\\d{1,6}(?=&|$)");

    private final RestClient rest;
    private final ConcurrentRequests concurrent;

    Listings(RestClient rest, ConcurrentRequests concurrent) {
        this.rest = rest;
        this.concurrent = concurrent;
    }

    /**
     * Hands over every page, in GitHub's order and in the caller's thread. A listing that moves between two pages shows
     * somebody twice or not at all, at either pace.
     */
    public void pages(Access access, String path, Pace pace, Consumer<JsonNode> page) {
        RestClient.Page first = rest.page(access, path);
        page.accept(first.content());
        RestClient.Page[] latest = {first};
        concurrent.inOrder(access, pace, between(access, first, pace).iterator(), answer -> {
            page.accept(answer.content());
            latest[0] = answer;
            return ConcurrentRequests.Went.WELL;
        });
        // One by one, or where the listing has grown, or where GitHub does not say which page is the last.
        for (URI next = latest[0].next(); next != null; next = latest[0].next()) {
            latest[0] = rest.page(access, next);
            page.accept(latest[0].content());
        }
    }

    private Stream<Supplier<RestClient.Page>> between(Access access, RestClient.Page first, Pace pace) {
        return switch (pace) {
            case ONE_BY_ONE -> Stream.of();
            case A_FEW_AT_ONCE -> others(first).stream().map(page -> () -> rest.page(access, page));
        };
    }

    /** Pages 2 to the last, by the number in the last one's address; none where it has no number. */
    private static List<URI> others(RestClient.Page first) {
        URI last = first.last();
        Matcher number = PAGE.matcher(last == null ? "" : last.toString());
        if (!number.find()) {
            return List.of();
        }
        return IntStream.rangeClosed(2, Integer.parseInt(number.group()))
                .mapToObj(page -> URI.create(number.replaceFirst(Integer.toString(page))))
                .toList();
    }
}

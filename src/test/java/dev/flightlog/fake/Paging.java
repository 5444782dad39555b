package dev.flightlog.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cuts lists into pages and writes the Link header as GitHub does. */
final class Paging {
    /** One page of a list and what the Link header says, empty when there is one page only. */
    record Page<T>(List<T> items, String link) {
        Answer answer(Object body) {
            Answer answer = Answer.ok(body);
            return link.isEmpty() ? answer : answer.with("Link", link);
        }
    }

    private Paging() {}

    /** A page of 30, at most 100. */
    static <T> Answer list(Call call, List<T> all, Function<T, ?> shape) {
        Page<T> page = page(call, all, 30, 100);
        return page.answer(page.items().stream().map(shape).toList());
    }

    static <T> Page<T> page(Call call, List<T> all, int usual, int most) {
        int size = Math.min(number(call, "per_page", usual), most);
        if (number(call, "per_page", usual) > most) {
            call.violation(call.path() + ": per_page is over " + most);
        }
        int page = number(call, "page", 1);
        int last = Math.max(1, (all.size() + size - 1) / size);
        int from = Math.min(all.size(), (page - 1) * size);
        int to = Math.min(all.size(), from + size);
        return new Page<>(List.copyOf(all.subList(from, to)), link(call, page, last));
    }

    private static int number(Call call, String name, int usual) {
        String text = call.query(name);
        if (text == null) {
            return usual;
        }
        try {
            return Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            call.violation(call.path() + ": " + name + " is no number: " + text);
            return usual;
        }
    }

    private static String link(Call call, int page, int last) {
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add(rel(call, page - 1, "prev"));
        }
        if (page < last) {
            links.add(rel(call, page + 1, "next"));
            links.add(rel(call, last, "last"));
        }
        if (page > 1) {
            links.add(rel(call, 1, "first"));
        }
        return String.join(", ", links);
    }

    private static String rel(Call call, int page, String rel) {
        return "<" + url(call, Map.of("page", Integer.toString(page))) + ">; rel=\"" + rel + "\"";
    }

    /** The URL of this call with some query parameters changed. */
    static String url(Call call, Map<String, String> changes) {
        Map<String, String> query = new LinkedHashMap<>(call.query());
        query.putAll(changes);
        return call.apiUrl()
                + call.path()
                + query.entrySet().stream()
                        .map(each -> each.getKey() + "="
                                + java.net.URLEncoder.encode(each.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}

package dev.flightlog.fake.graphql;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A list cut into pages by cursors, as GitHub's GraphQL gives lists. */
public final class Connection {
    private static final int MOST = 100;

    private Connection() {}

    /** The page that first, last, after and before ask for; other arguments are the caller's to check. */
    public static <T> GraphObject of(String type, List<T> all, Arguments arguments, Function<T, GraphObject> shape) {
        int from = arguments.text("after").map(Connection::position).orElse(-1) + 1;
        int to = arguments.text("before").map(Connection::position).orElse(all.size());
        if (arguments.number("first").isPresent()) {
            to = Math.min(to, from + size(arguments, "first"));
        } else {
            from = Math.max(from, to - size(arguments, "last"));
        }
        return page(type, all, Math.min(from, all.size()), Math.min(to, all.size()), shape);
    }

    private static <T> GraphObject page(String type, List<T> all, int from, int to, Function<T, GraphObject> shape) {
        List<T> page = all.subList(Math.min(from, to), to);
        return new GraphObject(type)
                .field("totalCount", all::size)
                .field("nodes", () -> page.stream().map(shape).toList())
                .field(
                        "edges",
                        () -> IntStream.range(0, page.size())
                                .mapToObj(i -> new GraphObject("Edge")
                                        .field("cursor", () -> cursor(from + i))
                                        .field("node", () -> shape.apply(page.get(i))))
                                .toList())
                .field(
                        "pageInfo",
                        () -> new GraphObject("PageInfo")
                                .field("hasNextPage", () -> to < all.size())
                                .field("hasPreviousPage", () -> from > 0)
                                .field("startCursor", () -> page.isEmpty() ? null : cursor(from))
                                .field("endCursor", () -> page.isEmpty() ? null : cursor(to - 1)));
    }

    /** The names of the arguments that every connection has, with those of this one. */
    public static Set<String> arguments(String... more) {
        Set<String> names = new java.util.TreeSet<>(Set.of("first", "last", "after", "before"));
        names.addAll(Set.of(more));
        return names;
    }

    private static int size(Arguments arguments, String name) {
        int size = arguments
                .number(name)
                .orElseThrow(() -> GraphQlException.misuse("You must provide a `first` or `last` value to properly"
                        + " paginate the `" + arguments.field() + "` connection."));
        if (size < 1 || size > MOST) {
            throw GraphQlException.misuse("Requesting " + size + " records on the `" + arguments.field()
                    + "` connection exceeds the `" + name + "` limit of 100 records.");
        }
        return size;
    }

    private static String cursor(int position) {
        return "Y3Vyc29y" + position;
    }

    private static int position(String cursor) {
        if (!cursor.matches("Y3Vyc29y\\d{1,9}")) {
            throw GraphQlException.misuse("`" + cursor + "` does not appear to be a valid cursor.");
        }
        return Integer.parseInt(cursor.substring("Y3Vyc29y".length()));
    }
}

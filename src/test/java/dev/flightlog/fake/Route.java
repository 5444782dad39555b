package dev.flightlog.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One endpoint: method, path with names in braces, who may call it, and what answers. */
record Route(String method, Pattern pattern, Access access, Handler handler) {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)(\\*?)}");

    /** A path variable ends at a slash, except that {@code {path*}} takes the rest. */
    static Route of(String method, String path, Access access, Handler handler) {
        String regex = NAME.matcher(path).replaceAll(name -> "(?<" + name.group(1) + ">" + rest(name.group(2)) + ")");
        return new Route(method, Pattern.compile(regex), access, handler);
    }

    private static String rest(String star) {
        return star.isEmpty() ? "[^/]+" : ".*";
    }

    Optional<Map<String, String>> match(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        matcher.namedGroups()
                .forEach((name, index) -> variables.put(
                        name, URLDecoder.decode(matcher.group(index).replace("+", "%2B"), StandardCharsets.UTF_8)));
        return Optional.of(variables);
    }
}

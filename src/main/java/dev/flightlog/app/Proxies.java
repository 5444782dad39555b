package dev.flightlog.app;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, in capital or small letters, as the JVM's own
 * properties. The JVM's own settings ({@code -Dhttps.proxyHost}) have precedence. Postgres is never reached through a
 * proxy.
 */
final class Proxies {
    private static final int DEFAULT_PORT = 80;

    private Proxies() {}

    /** System properties to set; empty without a proxy. */
    static Map<String, String> properties(Map<String, String> environment) {
        Map<String, String> properties = new HashMap<>();
        add("https", environment, properties);
        add("http", environment, properties);
        String direct = value("NO_PROXY", environment);
        if (direct != null && !properties.isEmpty()) {
            properties.put("http.nonProxyHosts", patterns(direct));
        }
        return properties;
    }

    /** One line for a proxy that cannot be used, without a password. */
    static Optional<String> problem(Map<String, String> environment) {
        for (String variable : new String[] {"HTTPS_PROXY", "HTTP_PROXY"}) {
            String value = value(variable, environment);
            if (value == null) {
                continue;
            }
            URI proxy = proxy(value);
            if (proxy == null || !"http".equals(proxy.getScheme())) {
                return Optional.of(variable + " is wrong: it should be the address of an HTTP proxy, such as"
                        + " http://proxy.example.com:3128, but is \"" + shown(value) + "\"");
            }
            if (proxy.getUserInfo() != null) {
                return Optional.of(variable + " holds a user or password, which is not supported: let the proxy allow"
                        + " this server by its address");
            }
        }
        return Optional.empty();
    }

    /** Without what could be a user and a password. */
    private static String shown(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").replaceFirst("(?<=//|^)[^/]*@", "***@");
    }

    private static void add(String scheme, Map<String, String> environment, Map<String, String> properties) {
        String value = value(scheme.toUpperCase(java.util.Locale.ROOT) + "_PROXY", environment);
        URI proxy = value == null ? null : proxy(value);
        if (proxy != null) {
            properties.put(scheme + ".proxyHost", proxy.getHost());
            properties.put(
                    scheme + ".proxyPort", Integer.toString(proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort()));
        }
    }

    /** A bare {@code host:port} is common. */
    private static @Nullable URI proxy(String value) {
        try {
            URI uri = URI.create(value.contains("://") ? value : "http://" + value);
            return uri.getHost() == null ? null : uri;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** {@code example.com} and {@code .example.com} mean that host and all below it; the JVM wants both written out. */
    private static String patterns(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .flatMap(entry -> entry.equals("*")
                        ? Arrays.stream(new String[] {"*"})
                        : Arrays.stream(new String[] {bare(entry), "*." + bare(entry)}))
                .collect(Collectors.joining("|"));
    }

    private static String bare(String entry) {
        String host = entry.startsWith("*.") ? entry.substring(2) : entry.startsWith(".") ? entry.substring(1) : entry;
        return host.replaceFirst(":[0-9]+$", "");
    }

    private static @Nullable String value(String variable, Map<String, String> environment) {
        String capital = environment.get(variable);
        String value = capital == null || capital.isBlank()
                ? environment.get(variable.toLowerCase(java.util.Locale.ROOT))
                : capital;
        return value == null || value.isBlank() ? null : value.strip();
    }
}

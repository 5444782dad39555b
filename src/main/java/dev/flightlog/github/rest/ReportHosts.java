package dev.flightlog.github.rest;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts that report files may come from: {@code host}, {@code host:port}, or {@code *.domain} for every host below
 * a domain, which GitHub's fallbacks need (github.md: Hosts). Without a port only that of https counts, and not whatever
 * else listens on that host; on this machine itself every port does.
 */
public final class ReportHosts {
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String NAME = LABEL + "(\\." + LABEL + ")*";
    private static final String ADDRESS_6 = "\\[[0-9A-Fa-f:.]+]";

    /** Two labels at least behind the star: {@code *.com} would allow everybody. */
    private static final Pattern ENTRY =
            Pattern.compile("(" + NAME + "|" + ADDRESS_6 + "|\\*\\." + LABEL + "\\." + NAME + ")(:[0-9]{1,5})?");

    private static final Pattern GHE_COM = Pattern.compile("api\\.(" + LABEL + "\\.ghe\\.com)");

    private static final int HTTPS = 443;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final List<String> entries;

    public ReportHosts(List<String> entries) {
        this.entries = entries.stream().map(ReportHosts::plain).toList();
    }

    /** Whether this can be an entry; a URL or a path can not. */
    public static boolean valid(String entry) {
        return ENTRY.matcher(entry.strip()).matches();
    }

    /** GitHub's own report host for this API address. */
    public static String beside(URI apiUrl) {
        String host = apiUrl.getHost();
        var subdomain = GHE_COM.matcher(host == null ? "" : plain(host));
        return "copilot-reports." + (subdomain.matches() ? subdomain.group(1) : "github.com");
    }

    /** @param port as a URL names it; -1 for that of https */
    public boolean allow(String host, int port) {
        String asked = plain(host);
        int wanted = port == -1 ? HTTPS : port;
        boolean portMayBeLeftOut = wanted == HTTPS || LOOPBACK.contains(asked);
        return entries.stream()
                .anyMatch(entry -> matches(entry, asked + ":" + wanted) || portMayBeLeftOut && matches(entry, asked));
    }

    /** The dot stays in the ending, so that {@code *.example.com} is not {@code badexample.com}. */
    private static boolean matches(String entry, String asked) {
        return entry.startsWith("*.") ? asked.endsWith(entry.substring(1)) : asked.equals(entry);
    }

    private static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT);
    }
}

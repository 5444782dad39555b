package dev.flightlog.digest;

import dev.flightlog.github.rest.ReportHosts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To which hosts a digest may be sent, and whose they are: Slack's, those of Teams Workflows, and what an operator adds as
 * {@code slack=host} or {@code teams=*.domain}. On this machine itself the path says it: {@code /slack/} or
 * {@code /teams/}.
 *
 * <p>See https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks and
 * https://learn.microsoft.com/connectors/teams (seen 2026-11-28).
 */
final class DigestHosts {
    /** What an entry of the setting looks like, for who wrote a wrong one. */
    static final String WANTED = "entries such as slack=chat.example.com or teams=*.example.com, separated by commas";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final List<Entry> USUAL = List.of(
            new Entry(ChatKind.SLACK, "hooks.slack.com"),
            new Entry(ChatKind.TEAMS, "*.environment.api.powerplatform.com"));

    private final List<Entry> entries;

    private DigestHosts(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    private record Entry(ChatKind kind, String host) {
        boolean allows(String asked, int port) {
            return new ReportHosts(List.of(host)).allow(asked, port);
        }
    }

    /** @param setting of the operator; nothing where an entry of it is wrong */
    static Optional<DigestHosts> of(@Nullable String setting) {
        List<Entry> entries = new ArrayList<>(USUAL);
        if (setting == null || setting.isBlank()) {
            return Optional.of(new DigestHosts(entries));
        }
        for (String text : setting.split(",", -1)) {
            Optional<Entry> entry = entry(text.strip());
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            entries.add(entry.get());
        }
        return Optional.of(new DigestHosts(entries));
    }

    private static Optional<Entry> entry(String text) {
        return Stream.of(ChatKind.values())
                .filter(kind -> text.toLowerCase(Locale.ROOT).startsWith(word(kind) + "="))
                .filter(kind -> ReportHosts.valid(text.substring(word(kind).length() + 1)))
                .map(kind -> new Entry(kind, text.substring(word(kind).length() + 1)))
                .findFirst();
    }

    private static String word(ChatKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whose webhook this URL is; nothing where a digest may not be sent there. */
    Optional<ChatKind> kindOf(URI url) {
        String host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            return Optional.empty();
        }
        if (LOOPBACK.contains(host.toLowerCase(Locale.ROOT))) {
            return "http".equals(url.getScheme()) || "https".equals(url.getScheme()) ? byPath(url) : Optional.empty();
        }
        return "https".equals(url.getScheme())
                ? entries.stream()
                        .filter(entry -> entry.allows(host, url.getPort()))
                        .map(Entry::kind)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<ChatKind> byPath(URI url) {
        return Stream.of(ChatKind.values())
                .filter(kind -> url.getPath().contains("/" + word(kind) + "/"))
                .findFirst();
    }
}

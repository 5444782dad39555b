package dev.flightlog.digest;

import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which organization's digest goes where. The file is read each time, so that an address that is replaced in a Secret is
 * used without a restart.
 */
@Singleton
public class DigestAddresses {
    static final String URL = "FLIGHTLOG_DIGEST_URL";
    static final String FILE = "FLIGHTLOG_DIGEST_URLS_FILE";
    static final String HOSTS = "FLIGHTLOG_DIGEST_HOSTS";

    private static final String WANTED_URL = "the https address of an incoming webhook of Slack or of a Teams workflow"
            + " (" + HOSTS + " allows other hosts)";

    private final @Nullable String url;
    private final @Nullable String file;
    private final DigestHosts hosts;
    private final OrganizationStore organizations;

    DigestAddresses(
            @Nullable @Value("${flightlog.digest.url:}") String url,
            @Nullable @Value("${flightlog.digest.urls-file:}") String file,
            @Nullable @Value("${flightlog.digest.hosts:}") String hosts,
            OrganizationStore organizations) {
        this.url = url;
        this.file = file;
        this.hosts = DigestHosts.of(hosts).orElseGet(() -> DigestHosts.of(null).orElseThrow());
        this.organizations = organizations;
    }

    /** Where an organization's digest goes. */
    public sealed interface Target {
        /** There. */
        record Found(DigestAddress address) implements Target {}

        /** The operator gave no address for it. */
        record NotSet() implements Target {}

        /** What the operator gave cannot be used; one sentence without any secret. */
        record Wrong(String sentence) implements Target {}
    }

    /** Asks for the file, and without one for the single address. */
    public Target of(Organization organization) {
        if (given(file)) {
            return inFile(organization.login());
        }
        if (!given(url)) {
            return new Target.NotSet();
        }
        if (organizations.active().size() > 1) {
            return new Target.Wrong(
                    URL + " serves a server with one organization, and this one has more: name each in " + FILE + ".");
        }
        return target(url, URL);
    }

    private Target inFile(String login) {
        return switch (lines(file)) {
            case Lines.Unreadable(String why) -> new Target.Wrong(FILE + " " + why + ".");
            case Lines.Read(var addresses) -> {
                String found = addresses.get(login.toLowerCase(Locale.ROOT));
                yield found == null
                        ? new Target.NotSet()
                        : target(found, "The address of this organization in " + FILE);
            }
        };
    }

    private Target target(@Nullable String text, String where) {
        return address(text == null ? "" : text, hosts)
                .<Target>map(Target.Found::new)
                .orElseGet(() -> new Target.Wrong(where + " is wrong: it should be " + WANTED_URL + "."));
    }

    /**
     * What is wrong with the settings, one line each, without any secret; none when they can be used.
     *
     * @param url of {@code FLIGHTLOG_DIGEST_URL}
     * @param file path of {@code FLIGHTLOG_DIGEST_URLS_FILE}
     * @param hosts of {@code FLIGHTLOG_DIGEST_HOSTS}
     */
    public static List<String> problems(@Nullable String url, @Nullable String file, @Nullable String hosts) {
        Optional<DigestHosts> allowed = DigestHosts.of(hosts);
        if (allowed.isEmpty()) {
            return List.of(HOSTS + " is wrong: it should be " + DigestHosts.WANTED);
        }
        if (given(url) && given(file)) {
            return List.of(URL + " and " + FILE + " are both set: it should be one of them");
        }
        if (given(url) && address(url, allowed.get()).isEmpty()) {
            return List.of(URL + " is wrong: it should be " + WANTED_URL);
        }
        return given(file) ? problems(lines(file), allowed.get()) : List.of();
    }

    private static List<String> problems(Lines lines, DigestHosts hosts) {
        return switch (lines) {
            case Lines.Unreadable(String why) -> List.of(FILE + " " + why);
            case Lines.Read(var addresses) ->
                addresses.entrySet().stream()
                        .filter(line -> address(line.getValue(), hosts).isEmpty())
                        .map(line ->
                                FILE + " is wrong: the address of \"" + line.getKey() + "\" should be " + WANTED_URL)
                        .toList();
        };
    }

    /** The lines of the file: an address for each organization, by its login in small letters. */
    private sealed interface Lines {
        record Read(Map<String, String> addresses) implements Lines {}

        record Unreadable(String why) implements Lines {}
    }

    private static Lines lines(@Nullable String file) {
        Map<String, String> addresses = new HashMap<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(Path.of(file == null ? "" : file))) {
                number++;
                String text = line.strip();
                if (text.isEmpty() || text.startsWith("#")) {
                    continue;
                }
                int colon = text.indexOf(':');
                String login = colon < 1 ? "" : text.substring(0, colon).strip();
                if (!login.matches("[A-Za-z0-9-]{1,100}")) {
                    return new Lines.Unreadable(
                            "is wrong in line " + number + ": it should be \"organization: https://…\"");
                }
                if (addresses.put(
                                login.toLowerCase(Locale.ROOT),
                                text.substring(colon + 1).strip())
                        != null) {
                    return new Lines.Unreadable("names an organization twice, in line " + number);
                }
            }
            return new Lines.Read(new TreeMap<>(addresses));
        } catch (MalformedInputException noText) {
            return new Lines.Unreadable("is no text in UTF-8");
        } catch (IOException | java.nio.file.InvalidPathException unreadable) {
            return new Lines.Unreadable(
                    "cannot be read: it should be the path of a file with \"organization: https://…\""
                            + " in each line");
        }
    }

    private static Optional<DigestAddress> address(@Nullable String text, DigestHosts hosts) {
        try {
            URI uri = URI.create(text == null ? "" : text.strip());
            return hosts.kindOf(uri).map(kind -> new DigestAddress(kind, uri));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean given(@Nullable String setting) {
        return setting != null && !setting.isBlank();
    }
}

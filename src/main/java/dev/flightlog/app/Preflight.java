package dev.flightlog.app;

import dev.flightlog.database.DatabaseUrl;
import dev.flightlog.digest.DigestAddresses;
import dev.flightlog.github.rest.GitHubKeys;
import dev.flightlog.github.rest.ReportHosts;
import io.micronaut.core.value.PropertyResolver;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks at the configuration before anything starts, so that a wrong value is one line that names the variable, what
 * was found and what it should look like, and not a stack trace. Shows no value of a secret.
 */
final class Preflight {
    private static final int MAX_SHOWN_LENGTH = 80;

    private final PropertyResolver properties;
    private final List<String> problems = new ArrayList<>();

    private Preflight(PropertyResolver properties) {
        this.properties = properties;
    }

    /** Every problem, one line each; none when the server may start. */
    static List<String> problems(PropertyResolver properties) {
        Preflight preflight = new Preflight(properties);
        preflight.look();
        return List.copyOf(preflight.problems);
    }

    /**
     * As {@link #problems}, and whether the ports are free: for the server only, because commands run next to a server.
     */
    static List<String> problemsOfServer(PropertyResolver properties) {
        List<String> problems = new ArrayList<>(problems(properties));
        if (problems.isEmpty()) {
            Stream.of(
                            Ports.problem(
                                    "MICRONAUT_SERVER_PORT",
                                    properties
                                            .getProperty("micronaut.server.port", Integer.class)
                                            .orElse(0)),
                            Ports.problem(
                                    "FLIGHTLOG_MANAGEMENT_PORT",
                                    properties
                                            .getProperty("endpoints.all.port", Integer.class)
                                            .orElse(0)))
                    .filter(problem -> !problem.isEmpty())
                    .forEach(problems::add);
        }
        return problems;
    }

    /** True while no app is configured at all: then the server offers /setup. */
    static boolean setup(PropertyResolver properties) {
        Preflight preflight = new Preflight(properties);
        return preflight.value("flightlog.github.app-id").isEmpty()
                && preflight.value("flightlog.github.private-key").isEmpty()
                && preflight.value("flightlog.github.private-key-file").isEmpty()
                && preflight.value("flightlog.github.webhook-secret").isEmpty();
    }

    private void look() {
        require("FLIGHTLOG_DATABASE_URL", "datasources.default.url", "jdbc:postgresql://host:5432/database");
        value("datasources.default.url")
                .flatMap(DatabaseUrl::problem)
                .ifPresent(problem -> problems.add("FLIGHTLOG_DATABASE_URL " + problem));
        credentials();
        NativeLibrary.problem().ifPresent(problems::add);
        if (!setup(properties)) {
            require("FLIGHTLOG_GITHUB_APP_ID", "flightlog.github.app-id", "the number on the app's settings page");
            require(
                    "FLIGHTLOG_GITHUB_WEBHOOK_SECRET",
                    "flightlog.github.webhook-secret",
                    "the secret of the app's webhook");
            privateKey();
        }
        signIn();
        problems.addAll(DigestAddresses.problems(
                value("flightlog.digest.url").orElse(null),
                value("flightlog.digest.urls-file").orElse(null),
                value("flightlog.digest.hosts").orElse(null)));
        refuseQuotes("FLIGHTLOG_GITHUB_WEBHOOK_SECRET", "flightlog.github.webhook-secret");
        refuseQuotes("FLIGHTLOG_GITHUB_WEBHOOK_SECRET_PREVIOUS", "flightlog.github.webhook-secret-previous");
        refuseQuotes("FLIGHTLOG_GITHUB_CLIENT_SECRET", "flightlog.github.client-secret");
        refuseQuotes("FLIGHTLOG_GITHUB_CLIENT_ID", "flightlog.github.client-id");
        refuseQuotes("FLIGHTLOG_DATABASE_USERNAME", "datasources.default.username");
        refuseQuotes("FLIGHTLOG_DATABASE_PASSWORD", "datasources.default.password");
        refuseQuotes("FLIGHTLOG_API_AUDIENCE", "flightlog.api.audience");
        check("FLIGHTLOG_GITHUB_APP_ID", "flightlog.github.app-id", Preflight::appId);
        check("FLIGHTLOG_GITHUB_API_URL", "flightlog.github.api-url", Preflight::httpUrl);
        check("FLIGHTLOG_GITHUB_WEB_URL", "flightlog.github.web-url", Preflight::httpUrl);
        check("FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS", "flightlog.github.download-hosts", Preflight::reportHosts);
        check("FLIGHTLOG_PUBLIC_URL", "flightlog.public-url", Preflight::httpUrl);
        check("FLIGHTLOG_API_ISSUER", "flightlog.api.issuer", Preflight::httpUrl);
        check("FLIGHTLOG_API_JWKS_URL", "flightlog.api.jwks-url", Preflight::httpUrl);
        check("FLIGHTLOG_GOVERNANCE_REPOSITORY", "flightlog.governance-repository", Preflight::repositoryName);
        check("FLIGHTLOG_LOG_FORMAT", "flightlog.log-format", Preflight::logFormat);
        check("FLIGHTLOG_LOG_LEVEL", "flightlog.log-level", Preflight::logLevel);
        check("MICRONAUT_SERVER_PORT", "micronaut.server.port", Preflight::port);
        check("FLIGHTLOG_MANAGEMENT_PORT", "endpoints.all.port", Preflight::port);
        check("FLIGHTLOG_MANAGEMENT_PORT", "endpoints.all.port", this::portOfItsOwn);
        Quantity.ALL.forEach(quantity -> check(quantity.variable(), quantity.key(), quantity.complaint()));
    }

    private void privateKey() {
        Optional<String> key = value("flightlog.github.private-key");
        Optional<String> file = value("flightlog.github.private-key-file");
        if (key.isEmpty() && file.isEmpty()) {
            problems.add("FLIGHTLOG_GITHUB_PRIVATE_KEY or FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE is missing: "
                    + "the PEM file that GitHub gave for the app");
            return;
        }
        if (file.isPresent() && key.isEmpty() && !isReadableFile(file.get())) {
            problems.add("FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE cannot be read: it should be the path of a PEM file"
                    + " that this user may read, but is \"" + shown(file.get()) + "\"");
            return;
        }
        String variable = key.isPresent() ? "FLIGHTLOG_GITHUB_PRIVATE_KEY" : "FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE";
        if (!GitHubKeys.readable(key.orElse(null), file.orElse(null))) {
            problems.add(variable + " is not an RSA private key: it should be PEM, PKCS#1 or PKCS#8, not encrypted");
        }
    }

    /** A directory can be read too, and holds no secret. */
    private static boolean isReadableFile(String path) {
        return Files.isReadable(Path.of(path)) && !Files.isDirectory(Path.of(path));
    }

    /** Sign-in needs both or neither; and a session's cookie goes over https, except on this machine itself. */
    private void signIn() {
        boolean id = value("flightlog.github.client-id").isPresent();
        Optional<String> file = value("flightlog.github.client-secret-file");
        boolean secret = value("flightlog.github.client-secret").isPresent() || file.isPresent();
        if (id && !secret) {
            problems.add("FLIGHTLOG_GITHUB_CLIENT_SECRET or FLIGHTLOG_GITHUB_CLIENT_SECRET_FILE is missing:"
                    + " it should be a client secret of the app, or FLIGHTLOG_GITHUB_CLIENT_ID should not be set");
        }
        if (secret && !id) {
            problems.add("FLIGHTLOG_GITHUB_CLIENT_ID is missing: it should be the client ID on the app's settings page,"
                    + " or no client secret should be set");
        }
        if (file.isPresent() && !isReadableFile(file.get())) {
            problems.add("FLIGHTLOG_GITHUB_CLIENT_SECRET_FILE cannot be read:"
                    + " it should be the path of a file with a client secret of the app");
        }
        if (id && secret) {
            check("FLIGHTLOG_PUBLIC_URL", "flightlog.public-url", Preflight::secureUrl);
        }
    }

    private void require(String variable, String key, String example) {
        if (value(key).isEmpty()) {
            problems.add(variable + " is missing: it should be " + example);
        }
    }

    /** @param complaint what the value should be, or nothing when it is right */
    private void check(String variable, String key, Function<String, Optional<String>> complaint) {
        value(key)
                .ifPresent(found -> complaint
                        .apply(found)
                        .ifPresent(wanted -> problems.add(
                                variable + " is wrong: it should be " + wanted + ", but is \"" + shown(found) + "\"")));
    }

    /** In one short line, without the credentials between {@code //} and {@code @} of an address. */
    private static String shown(String found) {
        String line = found.strip().replaceAll("\\p{Cntrl}+", " ").replaceAll("//[^/@]*@", "//***@");
        return line.length() > MAX_SHOWN_LENGTH ? line.substring(0, MAX_SHOWN_LENGTH) + "…" : line;
    }

    private void credentials() {
        String url = value("datasources.default.url").orElse("");
        if (!DatabaseUrl.holdsUser(url)) {
            require("FLIGHTLOG_DATABASE_USERNAME", "datasources.default.username", "the role that owns the database");
        }
        if (!DatabaseUrl.holdsSecret(url)) {
            require(
                    "FLIGHTLOG_DATABASE_PASSWORD",
                    "datasources.default.password",
                    "the password of that role (any word where Postgres asks for none)");
        }
    }

    /** Environment files of Docker keep quotation marks, and then a secret signs nothing that GitHub sends. */
    private void refuseQuotes(String variable, String key) {
        value(key)
                .filter(secret -> secret.startsWith("\"") || secret.startsWith("'"))
                .ifPresent(_ -> problems.add(variable
                        + " starts with a quotation mark: it should be the bare value, without quotes around"));
    }

    private Optional<String> value(String key) {
        return properties.getProperty(key, String.class).filter(text -> !text.isBlank());
    }

    private static Optional<String> httpUrl(String text) {
        try {
            URI uri = URI.create(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.empty() : Optional.of("a URL, such as https://example.com");
        } catch (IllegalArgumentException malformed) {
            return Optional.of("a URL, such as https://example.com");
        }
    }

    private static Optional<String> secureUrl(String text) {
        return text.startsWith("https:") || text.matches("http://(localhost|127\\.[0-9.]+|\\[::1])(:\\d+)?(/.*)?")
                ? Optional.empty()
                : Optional.of("an https URL while people can sign in, such as https://flightlog.example.com");
    }

    /** A URL here would start, and then refuse every file. */
    private static Optional<String> reportHosts(String text) {
        return Arrays.stream(text.split(",", -1)).allMatch(ReportHosts::valid)
                ? Optional.empty()
                : Optional.of("hosts without https:// and path, separated by commas,"
                        + " such as copilot-reports.github.com or *.example.com");
    }

    private static Optional<String> repositoryName(String text) {
        return text.matches("[A-Za-z0-9._-]{1,100}")
                ? Optional.empty()
                : Optional.of("the name of a repository without its owner, such as copilot-governance");
    }

    private static Optional<String> logFormat(String text) {
        return text.equals("text") || text.equals("json") ? Optional.empty() : Optional.of("text or json");
    }

    private static Optional<String> logLevel(String text) {
        return Logging.level(text) == null ? Optional.of("error, warn, info, debug or trace") : Optional.empty();
    }

    private static Optional<String> appId(String text) {
        return text.matches("[A-Za-z0-9._-]{1,64}")
                ? Optional.empty()
                : Optional.of("the number on the app's settings page, or the client ID, without quotes around");
    }

    /** On the server's own port health and metrics would be public. */
    private Optional<String> portOfItsOwn(String text) {
        return value("micronaut.server.port").filter(text::equals).isPresent()
                ? Optional.of("another port than MICRONAUT_SERVER_PORT, because health and metrics are not public")
                : Optional.empty();
    }

    private static Optional<String> port(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535
                ? Optional.empty()
                : Optional.of("a port, 1 to 65535");
    }
}

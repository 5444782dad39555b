package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.value.MapPropertyResolver;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong start is one line for each wrong variable: its name and what it should look like, and never a secret. */
class PreflightTest {
    private static final String KEY = FakeApp.generate().privateKeyPem();

    private final Map<String, Object> properties = new HashMap<>(Map.of(
            "datasources.default.url", "jdbc:postgresql://localhost:5432/flightlog",
            "datasources.default.username", "flightlog",
            "datasources.default.password", "open sesame",
            "flightlog.github.app-id", "123456",
            "flightlog.github.webhook-secret", "hush-hush",
            "flightlog.github.private-key", KEY));

    @Test
    void acceptsACompleteConfiguration() {
        assertThat(problems()).isEmpty();
        assertThat(Preflight.setup(new MapPropertyResolver(properties))).isFalse();
    }

    @Test
    void acceptsNoAppAtAllAndThenOffersSetup() {
        properties.keySet().removeIf(key -> key.startsWith("flightlog.github."));

        assertThat(problems()).isEmpty();
        assertThat(Preflight.setup(new MapPropertyResolver(properties))).isTrue();
    }

    @Test
    void signInNeedsIdAndSecretOrNeither(@TempDir Path directory) throws IOException {
        properties.put("flightlog.github.client-id", "Iv23li");
        assertThat(problems()).singleElement().asString().startsWith("FLIGHTLOG_GITHUB_CLIENT_SECRET or");

        properties.put("flightlog.github.client-secret", "hush-hush");
        assertThat(problems()).isEmpty();

        properties.remove("flightlog.github.client-id");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_GITHUB_CLIENT_ID is missing")
                .doesNotContain("hush-hush");

        properties.put("flightlog.github.client-id", "Iv23li");
        properties.remove("flightlog.github.client-secret");
        properties.put(
                "flightlog.github.client-secret-file", directory.resolve("none").toString());
        assertThat(problems()).singleElement().asString().contains("CLIENT_SECRET_FILE cannot be read");

        properties.put(
                "flightlog.github.client-secret-file",
                Files.writeString(directory.resolve("secret"), "hush-hush\n").toString());
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://flightlog.example.com, true", "http://localhost:8080, true", "http://127.0.0.1:8080/, true",
        "http://flightlog.example.com, false", "http://localhost.example.com, false", "http://10.0.0.1:8080, false"
    })
    void signInIsForHttpsAndThisMachine(String publicUrl, boolean fine) {
        properties.put("flightlog.public-url", publicUrl);
        assertThat(problems()).isEmpty();

        properties.put("flightlog.github.client-id", "Iv23li");
        properties.put("flightlog.github.client-secret", "hush-hush");
        assertThat(problems().isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({
        "datasources.default.url, FLIGHTLOG_DATABASE_URL, jdbc:postgresql://host:5432/database",
        "datasources.default.username, FLIGHTLOG_DATABASE_USERNAME, the role that owns the database",
        "datasources.default.password, FLIGHTLOG_DATABASE_PASSWORD, the password of that role (any word where Postgres"
                + " asks for none)",
        "flightlog.github.app-id, FLIGHTLOG_GITHUB_APP_ID, the number on the app's settings page",
        "flightlog.github.webhook-secret, FLIGHTLOG_GITHUB_WEBHOOK_SECRET, the secret of the app's webhook",
        "flightlog.github.private-key, FLIGHTLOG_GITHUB_PRIVATE_KEY, the PEM file that GitHub gave for the app",
    })
    void namesWhatIsMissing(String property, String variable, String example) {
        for (String absent : new String[] {null, "", " "}) {
            properties.put(property, absent);

            assertThat(problems())
                    .singleElement()
                    .asString()
                    .startsWith(variable)
                    .contains("is missing")
                    .endsWith(example);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "flightlog.github.api-url, FLIGHTLOG_GITHUB_API_URL, api.github.com",
        "flightlog.github.web-url, FLIGHTLOG_GITHUB_WEB_URL, github.com",
        "flightlog.github.download-hosts, FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS, https://reports.example.com",
        "flightlog.github.download-hosts, FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS, reports.example.com/files",
        "flightlog.github.download-hosts, FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS, *.com",
        "flightlog.github.download-hosts, FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS, reports-*.example.com",
        "flightlog.github.download-hosts, FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS, 'a.example.com,,b.example.com'",
        "flightlog.public-url, FLIGHTLOG_PUBLIC_URL, not a url",
        "flightlog.api.issuer, FLIGHTLOG_API_ISSUER, ftp://issuer",
        "flightlog.api.jwks-url, FLIGHTLOG_API_JWKS_URL, jwks.example.com/keys",
        "flightlog.governance-repository, FLIGHTLOG_GOVERNANCE_REPOSITORY, acme/copilot",
        "flightlog.log-format, FLIGHTLOG_LOG_FORMAT, xml",
        "flightlog.log-level, FLIGHTLOG_LOG_LEVEL, chatty",
        "micronaut.server.port, MICRONAUT_SERVER_PORT, eighty",
        "endpoints.all.port, FLIGHTLOG_MANAGEMENT_PORT, 70000",
        "micronaut.server.port, MICRONAUT_SERVER_PORT, -1",
        "endpoints.all.port, FLIGHTLOG_MANAGEMENT_PORT, 0",
        "flightlog.github.app-id, FLIGHTLOG_GITHUB_APP_ID, '\"123456\"'",
        "flightlog.github.concurrency, FLIGHTLOG_GITHUB_CONCURRENCY, 500",
        "flightlog.github.concurrency, FLIGHTLOG_GITHUB_CONCURRENCY, abc",
        "flightlog.github.points-per-minute, FLIGHTLOG_GITHUB_POINTS_PER_MINUTE, viel",
        "flightlog.github.points-per-minute, FLIGHTLOG_GITHUB_POINTS_PER_MINUTE, 59",
        "flightlog.github.timeout, FLIGHTLOG_GITHUB_TIMEOUT, 20",
        "flightlog.jobs.threads, FLIGHTLOG_JOBS_THREADS, 99999999999",
        "flightlog.jobs.grace, FLIGHTLOG_JOBS_GRACE, 0s",
        "flightlog.jobs.poll, FLIGHTLOG_JOBS_POLL, -PT1S",
        "datasources.default.maximum-pool-size, DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE, many",
    })
    void namesWhatIsWrongAndWhatWasFound(String property, String variable, String wrong) {
        properties.put(property, wrong);

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(variable + " is wrong: it should be ")
                .endsWith(", but is \"" + wrong + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "flightlog.github.concurrency, 50",
        "flightlog.github.app-id, Iv23liAbCd",
        "flightlog.jobs.poll, 200ms",
        "flightlog.github.timeout, PT20S"
    })
    void takesNumbersAndTimes(String property, String value) {
        properties.put(property, value);

        assertThat(problems()).isEmpty();
    }

    @Test
    void everyNumberAndTimeOfTheConfigurationIsChecked() throws ReflectiveOperationException {
        List<String> unchecked = new ArrayList<>();
        for (String name : List.of("github.GitHubConfiguration", "jobs.JobsConfiguration")) {
            Class<?> configuration = Class.forName("dev.flightlog." + name);
            String prefix =
                    configuration.getAnnotation(ConfigurationProperties.class).value();
            for (RecordComponent component : configuration.getRecordComponents()) {
                String key = prefix + "." + NameUtils.hyphenate(component.getName());
                if ((component.getType() == int.class || component.getType() == Duration.class)
                        && Quantity.ALL.stream()
                                .noneMatch(quantity -> quantity.key().equals(key))) {
                    unchecked.add(key);
                }
            }
        }

        assertThat(unchecked).isEmpty();
    }

    @Test
    void healthAndMetricsNeedAPortOfTheirOwn() {
        properties.put("micronaut.server.port", 8080);
        properties.put("endpoints.all.port", "8080");

        assertThat(problems())
                .containsExactly("FLIGHTLOG_MANAGEMENT_PORT is wrong: it should be another port than"
                        + " MICRONAUT_SERVER_PORT, because health and metrics are not public, but is \"8080\"");
    }

    @Test
    void anAddressWithUserAndPasswordBeforeTheHostIsRefusedUnseen() {
        properties.put("datasources.default.url", "jdbc:postgresql://flightlog:hush@localhost:5432/flightlog");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_DATABASE_URL has an @")
                .contains("FLIGHTLOG_DATABASE_PASSWORD")
                .doesNotContain("hush");
    }

    @Test
    void aUserInTheUrlNeedsAPasswordToo() {
        properties.keySet().removeIf(key -> key.matches("datasources.default.(username|password)"));
        properties.put("datasources.default.url", "jdbc:postgresql://localhost/flightlog?user=flightlog");

        assertThat(problems()).singleElement().asString().startsWith("FLIGHTLOG_DATABASE_PASSWORD is missing");
    }

    @Test
    void showsNothingOfAKeyAndNoPasswordOfAnAddress() {
        properties.put("flightlog.github.private-key", "-----BEGIN JUNK-----");
        properties.put("flightlog.public-url", "ftp://ada:hush@example.com\n" + "x".repeat(200));

        assertThat(problems())
                .hasSize(2)
                .allSatisfy(problem ->
                        assertThat(problem).doesNotContain("JUNK", "hush", "\n").hasSizeLessThan(300));
    }

    @ParameterizedTest
    @CsvSource({
        "flightlog.github.webhook-secret, FLIGHTLOG_GITHUB_WEBHOOK_SECRET",
        "flightlog.github.webhook-secret-previous, FLIGHTLOG_GITHUB_WEBHOOK_SECRET_PREVIOUS",
        "flightlog.github.client-secret, FLIGHTLOG_GITHUB_CLIENT_SECRET",
        "datasources.default.password, FLIGHTLOG_DATABASE_PASSWORD",
    })
    void refusesQuotationMarksAroundASecret(String property, String variable) {
        for (String quoted : new String[] {"\"my-secret\"", "'my-secret'"}) {
            properties.put(property, quoted);

            assertThat(problems())
                    .filteredOn(problem -> problem.startsWith(variable + " starts with a quotation mark"))
                    .singleElement()
                    .asString()
                    .doesNotContain("my-secret");
        }
    }

    @Test
    void asksForNoPasswordThatTheUrlBrings() {
        properties.keySet().removeIf(key -> key.matches("datasources.default.(username|password)"));
        properties.put("datasources.default.url", "jdbc:postgresql://localhost/flightlog?user=flightlog&password=x");

        assertThat(problems()).isEmpty();
    }

    @Test
    void theServerNeedsFreePortsAndACommandDoesNot() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            properties.put("endpoints.all.port", other.getLocalPort());

            assertThat(problems()).isEmpty();
            assertThat(Preflight.problemsOfServer(new MapPropertyResolver(properties)))
                    .singleElement()
                    .asString()
                    .startsWith("FLIGHTLOG_MANAGEMENT_PORT: port " + other.getLocalPort() + " is taken");
        }
    }

    @Test
    void namesAKeyFileThatCannotBeRead(@TempDir Path directory) throws IOException {
        properties.remove("flightlog.github.private-key");
        properties.put(
                "flightlog.github.private-key-file",
                directory.resolve("none.pem").toString());
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE cannot be read");

        properties.put("flightlog.github.private-key-file", directory.toString());
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE cannot be read");

        Path junk = Files.writeString(directory.resolve("junk.pem"), "junk");
        properties.put("flightlog.github.private-key-file", junk.toString());
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE is not an RSA private key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "'%s'", "\"%s\"", "\n%s\n"})
    void takesAKeyAsEnvironmentFilesHoldIt(String form) {
        properties.put(
                "flightlog.github.private-key", form.formatted(KEY.strip().replace("\n", "\\n")));

        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "copilot-reports.github.com",
                "reports.example.com:8443, *.blob.core.windows.net,127.0.0.1:8090",
                "[::1]:8090"
            })
    void takesReportHostsWithPortsAndStars(String hosts) {
        properties.put("flightlog.github.download-hosts", hosts);

        assertThat(problems()).isEmpty();
    }

    @Test
    void takesReportHostsAsAList() {
        properties.put("flightlog.github.download-hosts", List.of("a.example.com", "b.example.com"));
        assertThat(problems()).isEmpty();

        properties.put("flightlog.github.download-hosts", List.of("a.example.com", "https://b.example.com"));
        assertThat(problems()).hasSize(1);
    }

    @Test
    void tellsOfEveryProblemAtOnce() {
        properties.remove("datasources.default.url");
        properties.remove("flightlog.github.app-id");
        properties.put("micronaut.server.port", "x");

        assertThat(problems()).hasSize(3);
    }

    @Test
    void theProgramEndsWithOneLineForEachAndNoStackTrace() throws Exception {
        ProcessBuilder start = program();
        start.environment().put("FLIGHTLOG_DATABASE_URL", "jdbc:mysql://localhost/flightlog");
        start.environment().put("FLIGHTLOG_DATABASE_USERNAME", "flightlog");
        start.environment().put("FLIGHTLOG_GITHUB_WEBHOOK_SECRET", "hush-hush");
        start.environment().put("FLIGHTLOG_GITHUB_PRIVATE_KEY", "-----BEGIN SECRET-----");
        Process program = start.redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isEqualTo(78);
        assertThat(said.lines())
                .filteredOn(line -> line.startsWith("flightlog: "))
                .extracting(line -> line.split(" ", 3)[1])
                .containsExactly(
                        "FLIGHTLOG_DATABASE_URL",
                        "FLIGHTLOG_DATABASE_PASSWORD",
                        "FLIGHTLOG_GITHUB_APP_ID",
                        "FLIGHTLOG_GITHUB_PRIVATE_KEY");
        assertThat(said).doesNotContain("hush-hush", "SECRET-----", "\tat ", "Exception");
    }

    @Test
    void temporaryFilesThatCannotBeUsedEndTheStart(@TempDir Path directory) throws Exception {
        Path none = directory.resolve("none");
        ProcessBuilder start = program("-Djava.io.tmpdir=" + none);
        start.environment().put("FLIGHTLOG_DATABASE_URL", "jdbc:postgresql://localhost/flightlog");
        start.environment().put("FLIGHTLOG_DATABASE_USERNAME", "flightlog");
        start.environment().put("FLIGHTLOG_DATABASE_PASSWORD", "hush");
        Process program = start.redirectErrorStream(true).start();
        // A server that starts would never end by itself.
        program.onExit().completeOnTimeout(program, 30, TimeUnit.SECONDS).thenAccept(Process::destroyForcibly);
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isEqualTo(78);
        assertThat(said.lines())
                .filteredOn(line -> line.startsWith("flightlog: "))
                .singleElement()
                .asString()
                .contains(none.toString(), "allow execution", "-Djava.io.tmpdir=/path");
        assertThat(said).doesNotContain("\tat ");
    }

    private static ProcessBuilder program(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), "dev.flightlog.app.Application"));
        ProcessBuilder start = new ProcessBuilder(command);
        start.environment().keySet().removeIf(name -> name.startsWith("FLIGHTLOG_") || name.startsWith("MICRONAUT_"));
        return start;
    }

    private List<String> problems() {
        return Preflight.problems(new MapPropertyResolver(properties));
    }
}

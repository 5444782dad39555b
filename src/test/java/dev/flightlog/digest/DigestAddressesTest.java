package dev.flightlog.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a digest may go, and how a wrong setting is told without showing a secret. */
class DigestAddressesTest {
    private static final String SLACK = "https://hooks.slack.com/services/T0/B0/s3cr3t";

    @ParameterizedTest
    @CsvSource({
        "https://hooks.slack.com/services/T0/B0/x, SLACK",
        "https://HOOKS.slack.com/services/T0/B0/x, SLACK",
        "https://default1.2.environment.api.powerplatform.com:443/powerautomate/x?sig=1, TEAMS",
        "http://127.0.0.1:8091/slack/x, SLACK",
        "http://localhost/teams/x, TEAMS",
        "'http://[::1]:9/teams/x', TEAMS",
    })
    void knowsWhoseWebhookItIs(URI url, ChatKind kind) {
        assertThat(DigestHosts.of(null).orElseThrow().kindOf(url)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.slack.com/services/T0/B0/x",
                "https://hooks.slack.com.example.com/x",
                "https://evilhooks.slack.com/x",
                "https://hooks.slack.com:8443/services/x",
                "https://me@hooks.slack.com/services/x",
                "https://hooks.slack.com/services/x#y",
                "https://environment.api.powerplatform.com/x",
                "https://prod-1.westeurope.logic.azure.com/workflows/x",
                "https://acme.webhook.office.com/x",
                "https://169.254.169.254/slack/x",
                "http://10.0.0.1/slack/x",
                "http://localhost/other/x",
                "ftp://localhost/slack/x",
                "/slack/x",
            })
    void sendsNowhereElse(URI url) {
        assertThat(DigestHosts.of(null).orElseThrow().kindOf(url)).isEmpty();
    }

    @Test
    void anOperatorAllowsOtherHosts() {
        DigestHosts hosts = DigestHosts.of("slack=chat.acme.example, TEAMS=*.powerplatform.us.example:8443")
                .orElseThrow();

        assertThat(hosts.kindOf(URI.create("https://chat.acme.example/hooks/1")))
                .contains(ChatKind.SLACK);
        assertThat(hosts.kindOf(URI.create("https://a.powerplatform.us.example:8443/x")))
                .contains(ChatKind.TEAMS);
        assertThat(hosts.kindOf(URI.create("https://a.powerplatform.us.example/x")))
                .isEmpty();
        assertThat(hosts.kindOf(URI.create("http://chat.acme.example/hooks/1"))).isEmpty();
        assertThat(hosts.kindOf(URI.create(SLACK))).contains(ChatKind.SLACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chat.acme.example", "irc=chat.acme.example", "slack=*.com", "slack=https://a.example", "slack="
            })
    void aWrongHostIsTold(String setting) {
        assertThat(DigestHosts.of(setting)).isEqualTo(Optional.empty());
        assertThat(DigestAddresses.problems(null, null, setting))
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_DIGEST_HOSTS is wrong: it should be entries such as slack=chat.example.com");
    }

    @Test
    void settingsThatCanBeUsedHaveNoProblem(@TempDir Path directory) throws IOException {
        assertThat(DigestAddresses.problems(null, null, null)).isEmpty();
        assertThat(DigestAddresses.problems(SLACK, null, null)).isEmpty();
        assertThat(problemsOfFile(directory, "# chats\n\nacme: " + SLACK + "\r\n  other : " + SLACK + "\n"))
                .isEmpty();
        assertThat(problemsOfFile(directory, "")).isEmpty();
    }

    @Test
    void aWrongAddressIsToldWithoutShowingIt(@TempDir Path directory) throws IOException {
        assertThat(DigestAddresses.problems("https://example.com/s3cr3t", null, null))
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_DIGEST_URL is wrong: it should be the https address of an incoming webhook")
                .doesNotContain("s3cr3t");
        assertThat(problemsOfFile(directory, "acme: " + SLACK + "\nother: https://example.com/s3cr3t\n"))
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_DIGEST_URLS_FILE is wrong: the address of \"other\" should be the https")
                .doesNotContain("s3cr3t");
        assertThat(problemsOfFile(directory, SLACK + "/s3cr3t\nacme: " + SLACK + "\n"))
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_DIGEST_URLS_FILE is wrong: the address of \"https\" should be")
                .doesNotContain("s3cr3t");
        assertThat(problemsOfFile(directory, "s3cr3t\n"))
                .containsExactly(
                        "FLIGHTLOG_DIGEST_URLS_FILE is wrong in line 1: it should be \"organization: https://…\"");
        assertThat(problemsOfFile(directory, "acme: " + SLACK + "\nACME: " + SLACK + "\n"))
                .containsExactly("FLIGHTLOG_DIGEST_URLS_FILE names an organization twice, in line 2");
        assertThat(DigestAddresses.problems(SLACK, "file", null))
                .containsExactly(
                        "FLIGHTLOG_DIGEST_URL and FLIGHTLOG_DIGEST_URLS_FILE are both set: it should be one of them");
        assertThat(DigestAddresses.problems(null, directory.resolve("none").toString(), null))
                .singleElement()
                .asString()
                .startsWith("FLIGHTLOG_DIGEST_URLS_FILE cannot be read");
    }

    @Test
    void anAddressShowsItsUrlToNobody() {
        DigestAddress address = new DigestAddress(ChatKind.SLACK, URI.create(SLACK));

        assertThat(address).hasToString("DigestAddress[kind=SLACK, url=***]");
        assertThat(address.fingerprint()).hasSize(64).doesNotContain("s3cr3t");
    }

    private static java.util.List<String> problemsOfFile(Path directory, @Nullable String text) throws IOException {
        Path file = Files.writeString(directory.resolve("urls"), text);
        return DigestAddresses.problems(null, file.toString(), null);
    }
}

package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The environment's usual variables reach the JVM, which knows only its own. */
class ProxiesTest {
    @Test
    void mapsProxyAndExceptions() {
        assertThat(Proxies.properties(Map.of(
                        "HTTPS_PROXY", "http://proxy.example.com:3128",
                        "http_proxy", "other.example.com:8080",
                        "NO_PROXY", "localhost, .internal.example.com,*.corp,10.0.0.1:8443")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "https.proxyHost", "proxy.example.com",
                                "https.proxyPort", "3128",
                                "http.proxyHost", "other.example.com",
                                "http.proxyPort", "8080",
                                "http.nonProxyHosts",
                                        "localhost|*.localhost|internal.example.com|*.internal.example.com|corp|*.corp|10.0.0.1|*.10.0.0.1"));
    }

    @Test
    void withoutAProxyNothingIsSet() {
        assertThat(Proxies.properties(Map.of("NO_PROXY", "localhost", "HTTPS_PROXY", " ")))
                .isEmpty();
        assertThat(Proxies.problem(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://proxy:1080",
                "socks5://ada:hush@proxy:1080",
                "ada:hush@@p",
                "https://proxy:443",
                "http://",
                "a b",
                "http://ada:hush@proxy:3128"
            })
    void whatCannotBeUsedIsALineWithoutThePassword(String value) {
        assertThat(Proxies.problem(Map.of("https_proxy", value)))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("HTTPS_PROXY ")
                        .doesNotContain("hush")
                        .doesNotContain("\n"));
    }
}

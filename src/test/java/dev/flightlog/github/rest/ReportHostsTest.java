package dev.flightlog.github.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.github.GitHubConfiguration;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts report files may come from, as the variable names them and when it is not set. */
class ReportHostsTest {
    @ParameterizedTest
    @CsvSource({
        "reports.example.com, reports.example.com, -1, true",
        "reports.example.com, reports.example.com, 443, true",
        "reports.example.com, reports.example.com, 8443, false",
        "reports.example.com, reports.example.com, 80, false",
        "127.0.0.1, 127.0.0.1, 8091, true",
        "'[::1]', '[::1]', 8091, true",
        "localhost, LOCALHOST, 8091, true",
        "10.0.0.1, 10.0.0.1, 8091, false",
        "reports.example.com:443, reports.example.com, -1, true",
        "reports.example.com, REPORTS.example.com, -1, true",
        "reports.example.com, a.reports.example.com, -1, false",
        "reports.example.com:8443, reports.example.com, 8443, true",
        "reports.example.com:8443, reports.example.com, -1, false",
        "*.example.com, a.example.com, -1, true",
        "*.example.com, a.b.example.com, 443, true",
        "*.example.com, a.b.example.com, 8443, false",
        "' *.Example.com ', a.example.com, -1, true",
        "*.example.com, example.com, -1, false",
        "*.example.com, badexample.com, -1, false",
        "*.example.com, a.example.com.evil.net, -1, false",
        "*.example.com:8443, a.example.com, 8443, true",
        "*.example.com:8443, a.example.com, 443, false",
    })
    void aStarStandsForWholeLabels(String entry, String host, int port, boolean allowed) {
        assertThat(new ReportHosts(List.of("127.0.0.1", entry)).allow(host, port))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.github.com, copilot-reports.github.com",
        "https://api.acme.ghe.com, copilot-reports.acme.ghe.com",
        "https://API.acme.GHE.com/, copilot-reports.acme.ghe.com",
        "https://api.acme.ghe.com.evil.net, copilot-reports.github.com",
        "https://api.ghe.com, copilot-reports.github.com",
        "http://127.0.0.1:8090, copilot-reports.github.com",
    })
    void theReportHostBesideTheApi(URI api, String host) {
        assertThat(ReportHosts.beside(api)).isEqualTo(host);
    }

    @Test
    void theApiUrlTellsTheReportHostUnlessOneIsNamed() {
        String api = "flightlog.github.api-url";
        String hosts = "flightlog.github.download-hosts";

        assertThat(configured(Map.of())).containsExactly("copilot-reports.github.com");
        assertThat(configured(Map.of(api, "https://api.acme.ghe.com"))).containsExactly("copilot-reports.acme.ghe.com");
        assertThat(configured(Map.of(api, "https://api.acme.ghe.com", hosts, "")))
                .containsExactly("copilot-reports.acme.ghe.com");
        assertThat(configured(Map.of(api, "https://api.acme.ghe.com", hosts, "a.example.com,*.example.org")))
                .containsExactly("a.example.com", "*.example.org");
    }

    private static List<String> configured(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.builder()
                .properties(properties)
                .properties(Map.of("datasources.default.enabled", false))
                .eagerInitSingletons(false)
                .start()) {
            return context.getBean(GitHubConfiguration.class).downloadHosts();
        }
    }
}

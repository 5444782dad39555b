package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A span holds the address of its request, so no request whose address names somebody makes one. */
class TracesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orgs/acme/users/mia-member/usage",
                "/api/orgs/acme/seats/cara-copilots",
                "/orgs/acme/people/mia-member",
                "/orgs/acme/teams/payments"
            })
    void addressesThatNameSomebodyAreLeftOut(String address) throws IOException {
        assertThat(exclusions()).anyMatch(address::matches);
    }

    @Test
    void webhooksAreTraced() throws IOException {
        assertThat(exclusions()).noneMatch("/webhooks/github"::matches);
    }

    private static List<String> exclusions() throws IOException {
        try (InputStream yaml = TracesTest.class.getResourceAsStream("/application.yml")) {
            Object exclusions =
                    new YamlPropertySourceLoader().read("application", yaml).get("otel.exclusions");
            assertThat(exclusions).isInstanceOf(List.class);
            return ((List<?>) Objects.requireNonNull(exclusions))
                    .stream().map(String::valueOf).toList();
        }
    }
}

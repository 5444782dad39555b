package dev.flightlog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.flightlog.github.NewApp;
import dev.flightlog.support.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A new App's credentials as the installation guide uses them. */
class CredentialsTest {
    private static final String KEY =
            "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA0\n+/abc==\n-----END RSA PRIVATE KEY-----\n";

    private final Credentials credentials = new Credentials(
            new NewApp(123456, "flightlog-acme", "https://github.com/apps/x", "Iv23liAbc", "c0ffee", "s3cret", KEY));

    @Test
    void asEnvironmentFile() {
        Golden.assertMatches("setup/credentials.env", credentials.environment());
    }

    @Test
    void asKubernetesSecret() throws IOException {
        Golden.assertMatches("setup/credentials.yaml", credentials.kubernetesSecret());
        JsonNode data =
                new YAMLMapper().readTree(credentials.kubernetesSecret()).path("stringData");

        assertThat(data.path("private-key.pem").asText()).isEqualTo(KEY);
        assertThat(data.path("webhook-secret").asText()).isEqualTo("s3cret");
        assertThat(data.path("app-id").isTextual()).isTrue();
    }

    @Test
    void tellNothingWhenTheyArePrinted() {
        assertThat(credentials.toString()).isEqualTo("Credentials[***]");
    }
}

package dev.flightlog.setup;

import dev.flightlog.github.NewApp;
import dev.flightlog.github.rest.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A new App's credentials in the two forms that {@code src/docs/install.md} uses. */
record Credentials(NewApp app) {

    /** Lines for a shell, for compose and for systemd; the key in one line, because these files have no other way. */
    String environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("FLIGHTLOG_GITHUB_APP_ID", Long.toString(app.id()));
        variables.put("FLIGHTLOG_GITHUB_CLIENT_ID", app.clientId());
        variables.put("FLIGHTLOG_GITHUB_CLIENT_SECRET", app.clientSecret());
        if (app.webhookSecret() != null) {
            variables.put("FLIGHTLOG_GITHUB_WEBHOOK_SECRET", app.webhookSecret());
        }
        variables.put(
                "FLIGHTLOG_GITHUB_PRIVATE_KEY", "'" + app.privateKey().strip().replace("\n", "\\n") + "'");
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** A Secret as the chart wants it ({@code github.existingSecret}). */
    String kubernetesSecret() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("app-id", Long.toString(app.id()));
        entries.put("client-id", app.clientId());
        entries.put("client-secret", app.clientSecret());
        if (app.webhookSecret() != null) {
            entries.put("webhook-secret", app.webhookSecret());
        }
        String values = entries.entrySet().stream()
                .map(entry -> "  " + entry.getKey() + ": " + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
        return """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: flightlog-github
                type: Opaque
                stringData:
                """ + values + "  private-key.pem: |\n"
                + app.privateKey().strip().indent(4);
    }

    /** JSON's quoting is YAML's too. */
    private static String quoted(String text) {
        return new String(Json.write(text), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}

package dev.flightlog.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ChartValuesTest {
    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(quoteCharacter = '"', textBlock = """
        replicaCount,                         many,              "at '/replicaCount': got string, want integer"
        replicaCount,                         0,                 "at '/replicaCount': minimum: got 0, want 1"
        databse.url,                          x,                 "additional properties 'databse' not allowed"
        github.privateKey,                    x,                 "at '/github': additional properties 'privateKey' not allowed"
        database.mode,                        mysql,             "at '/database/mode': value must be one of 'external', 'cloudnativepg'"
        database.external.url,                postgres://db/x,   "at '/database/external/url': 'postgres://db/x' does not match pattern '^jdbc:postgresql://"
        database.external.existingSecret,     "",                "at '/database/external/existingSecret': minLength: got 0, want 1"
        publicUrl,                            flightlog.example, "at '/publicUrl': 'flightlog.example' does not match pattern '^https?://"
        resources.limits.memory,              lots,              "at '/resources/limits/memory': 'lots' does not match pattern"
        image.digest,                         sha256:1,          "at '/image/digest': 'sha256:1' does not match pattern"
        logging.format,                       xml,               "at '/logging/format': value must be one of 'json', 'text'"
        service.type,                         ExternalName,      "at '/service/type': value must be one of 'ClusterIP', 'NodePort', 'LoadBalancer'"
        networkPolicy.egress.github.cidrs[0].cidr, github.com,   "at '/networkPolicy/egress/github/cidrs/0/cidr': 'github.com' does not match pattern"
        """)
    void aWrongValueIsRefusedByTheSchema(String key, String value, String message) {
        assertThatThrownBy(() -> Chart.render(Map.of(key, value)))
                .hasMessageContaining("values don't meet the specifications of the schema")
                .hasMessageContaining(message);
    }

    @Test
    void proxyAuthoritiesJvmOptionsAndTmpAreValues() {
        String plain = Chart.render(Map.of()).toString();
        String set = Chart.render(Map.of(
                        "proxy.https", "http://proxy.example.com:3128",
                        "proxy.noProxy", ".internal",
                        "ca.existingConfigMap", "company-ca",
                        "jvmOptions", "-Djava.net.preferIPv6Addresses=true",
                        "tmp.sizeLimit", "2Gi",
                        "logging.level", "debug"))
                .toString();

        assertThat(set)
                .contains("http://proxy.example.com:3128", ".internal", "company-ca", "/etc/flightlog/ca/ca.crt")
                .contains("preferIPv6Addresses", "2Gi", "debug");
        assertThat(plain).doesNotContain("HTTPS_PROXY", "FLIGHTLOG_CA_FILE", "JAVA_TOOL_OPTIONS");
    }

    /** The other way round a template that reads what is no value renders nothing, and nobody sees it. */
    @Test
    void templatesAndValuesKnowEachOther() throws IOException {
        Set<String> values = new TreeSet<>();
        paths(
                "",
                (Map<?, ?>) new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(Path.of("helm/values.yaml"))),
                values);
        Set<String> used = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("helm/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher read = Pattern.compile("\\.Values\\.([A-Za-z0-9.]+)").matcher(Files.readString(template));
                while (read.find()) {
                    used.add(read.group(1));
                }
            }
        }

        assertThat(values)
                .as("values that a template reads, or their parents")
                .isNotEmpty()
                .allMatch(value -> used.stream().anyMatch(read -> isWithin(value, read)));
        assertThat(used)
                .as("what templates read is a value, or holds some")
                .allMatch(read -> values.stream().anyMatch(value -> isWithin(value, read) || isWithin(read, value)));
    }

    private static boolean isWithin(String path, String other) {
        return path.equals(other) || path.startsWith(other + ".");
    }

    private static void paths(String prefix, Map<?, ?> values, Set<String> paths) {
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                paths(prefix + key + ".", inner, paths);
            } else {
                paths.add(prefix + key);
            }
        });
    }

    @Test
    void aPasswordInTheDatabaseUrlIsRefused() {
        assertThatThrownBy(() -> Chart.render(
                        Map.of("database.external.url", "jdbc:postgresql://flightlog:hunter2@db:5432/flightlog")))
                .hasMessageContaining("database.external.url: no user or password in the URL")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> Chart.render(
                        Map.of("database.external.url", "jdbc:postgresql://db/flightlog?password=hunter2")))
                .hasMessageContaining("database.external.url: no user or password in the URL")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aSecretAsPlainEnvironmentVariableIsRefused() {
        assertThatThrownBy(() -> Chart.render(
                        Map.of("extraEnv[0].name", "FLIGHTLOG_GITHUB_WEBHOOK_SECRET", "extraEnv[0].value", "hunter2")))
                .hasMessageContaining("extraEnv: FLIGHTLOG_GITHUB_WEBHOOK_SECRET looks like a secret")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void anIngressNeedsAnAddressThatGitHubReaches() {
        assertThatThrownBy(() -> Chart.render(Map.of("ingress.enabled", "true")))
                .hasMessageContaining("publicUrl: an Ingress or HTTPRoute needs the address GitHub reaches");
    }

    @Test
    void aRouteNeedsAGateway() {
        assertThatThrownBy(() ->
                        Chart.render(Map.of("httpRoute.enabled", "true", "publicUrl", "https://flightlog.example.com")))
                .hasMessageContaining("httpRoute.parentRefs: name the Gateway");
    }

    @Test
    void fewerReplicasAtMostThanAtLeastAreRefused() {
        assertThatThrownBy(() -> Chart.render(Map.of(
                        "github.existingSecret", "app",
                        "autoscaling.enabled", "true",
                        "autoscaling.minReplicas", "5")))
                .hasMessageContaining("autoscaling.minReplicas: 5 is more than maxReplicas 4");
    }
}

package dev.flightlog.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ChartSecurityTest {
    @ParameterizedTest
    @FieldSource("dev.flightlog.chart.Chart#VALUE_SETS")
    void everyPodRunsWithTheLeastRights(String valueSet, @TempDir Path directory) {
        String yaml = Chart.renderWithHooks(valueSet, directory);

        assertThat(List.of(serverPod(yaml), testPod(yaml))).allSatisfy(pod -> {
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getContainers()).singleElement().satisfies(ChartSecurityTest::assertConfined);
        });
    }

    @ParameterizedTest
    @FieldSource("dev.flightlog.chart.Chart#VALUE_SETS")
    void theServerKeepsTo256MebibytesAndWritesOnlyToTmp(String valueSet) {
        PodSpec pod = serverPod(Chart.render(valueSet));
        Container server = pod.getContainers().getFirst();

        assertThat(server.getResources().getLimits()).containsEntry("memory", new Quantity("256Mi"));
        assertThat(server.getVolumeMounts())
                .filteredOn(it -> !Boolean.TRUE.equals(it.getReadOnly()))
                .extracting("mountPath")
                .containsExactly("/tmp");
    }

    @ParameterizedTest
    @FieldSource("dev.flightlog.chart.Chart#VALUE_SETS")
    void everySecretComesFromASecret(String valueSet) {
        String yaml = Chart.render(valueSet);

        assertThat(Manifest.allIn(yaml)).noneMatch(it -> it.kind().equals("Secret"));
        assertThat(configuration(yaml)).noneMatch(it -> it.matches(".*(SECRET|PASSWORD|PRIVATE_KEY|APP_ID).*"));
        assertThat(serverPod(yaml).getContainers().getFirst().getEnv())
                .filteredOn(it -> it.getName().matches(".*(SECRET|PASSWORD|USERNAME|APP_ID|CLIENT_ID|HEADERS)"))
                .isNotEmpty()
                .allSatisfy(
                        it -> assertThat(it.getValueFrom().getSecretKeyRef()).isNotNull());
    }

    @Test
    void thePrivateKeyIsAFileThatOnlyTheServerReads() {
        PodSpec pod = serverPod(Chart.render("full"));

        assertThat(pod.getContainers().getFirst().getEnv())
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(tuple("FLIGHTLOG_GITHUB_PRIVATE_KEY_FILE", "/etc/flightlog/github/private-key.pem"))
                .noneMatch(it -> it.toList().contains("FLIGHTLOG_GITHUB_PRIVATE_KEY"));
        assertThat(pod.getVolumes())
                .filteredOn(it -> it.getName().equals("github-private-key"))
                .singleElement()
                .satisfies(it -> assertThat(it.getSecret().getDefaultMode()).isEqualTo(0440));
    }

    @Test
    void withoutAnAppOneServerStartsInSetupMode() {
        String yaml = Chart.render(Map.of("replicaCount", "3"));
        var deployment = deployment(yaml);

        assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
        assertThat(serverPod(yaml).getContainers().getFirst().getEnv())
                .extracting(EnvVar::getName)
                .containsExactly("FLIGHTLOG_DATABASE_USERNAME", "FLIGHTLOG_DATABASE_PASSWORD");
    }

    @ParameterizedTest
    @FieldSource("dev.flightlog.chart.Chart#VALUE_SETS")
    void trafficGoesOutToNamesGitHubAndPostgresOnly(String valueSet) {
        var policy = KubernetesModels.read(Manifest.only("NetworkPolicy", Chart.render(valueSet)), NetworkPolicy.class);

        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getSpec().getEgress())
                .flatExtracting(it -> it.getPorts().stream()
                        .map(port -> port.getPort().getIntVal())
                        .toList())
                .contains(53, 443, 5432)
                .isSubsetOf(53, 443, 5432, 4318);
        assertThat(policy.getSpec().getIngress())
                .filteredOn(it -> it.getPorts().getFirst().getPort().getStrVal().equals("management"))
                .singleElement()
                .satisfies(it -> assertThat(it.getFrom()).isNotEmpty());
    }

    private static void assertConfined(Container container) {
        var context = container.getSecurityContext();
        assertThat(context.getReadOnlyRootFilesystem()).isTrue();
        assertThat(context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(context.getRunAsUser()).isPositive();
        assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits()).containsKey("memory");
    }

    private static Stream<String> configuration(String yaml) {
        return Manifest.allIn(yaml).stream()
                .filter(it -> it.kind().equals("ConfigMap") && it.name().equals("flightlog"))
                .map(Manifest::content)
                .map(JsonNode::toString);
    }

    private static Deployment deployment(String yaml) {
        return KubernetesModels.read(Manifest.only("Deployment", yaml), Deployment.class);
    }

    private static PodSpec serverPod(String yaml) {
        return deployment(yaml).getSpec().getTemplate().getSpec();
    }

    private static PodSpec testPod(String yaml) {
        return KubernetesModels.read(Manifest.only("Pod", yaml), Pod.class).getSpec();
    }
}

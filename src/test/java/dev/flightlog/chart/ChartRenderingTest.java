package dev.flightlog.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.Golden;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ChartRenderingTest {
    @Test
    void alertsLinkToRunbooksOnlyWhereTheirAddressIsSet() {
        assertThat(Chart.render(Map.of("prometheusRule.enabled", true)))
                .contains("FlightlogNeedsPerson", "need")
                .doesNotContain("runbook_url", "flightlog.example.com/src/docs");
        assertThat(Chart.render(Map.of(
                        "prometheusRule.enabled", true, "prometheusRule.runbooks", "https://wiki.example.com/f/")))
                .contains("runbook_url: https://wiki.example.com/f/operations.md#symptoms");
    }

    @Test
    void lintsWithoutAWarning() {
        var result = Chart.lint();

        assertThat(result.isFailed()).isFalse();
        assertThat(result.getMessages()).noneMatch(it -> it.contains("[WARNING]") || it.contains("[ERROR]"));
    }

    @ParameterizedTest
    @FieldSource("dev.flightlog.chart.Chart#VALUE_SETS")
    void rendersAsCommitted(String valueSet) {
        Golden.assertMatches("helm/" + valueSet + ".yaml", Chart.render(valueSet));
    }

    @ParameterizedTest
    @FieldSource("dev.flightlog.chart.Chart#VALUE_SETS")
    void saysWhatToDoNext(String valueSet) {
        Golden.assertMatches("helm/" + valueSet + ".notes.txt", Chart.notes(valueSet));
    }

    @ParameterizedTest
    @FieldSource("dev.flightlog.chart.Chart#VALUE_SETS")
    void everyFieldIsKnownToKubernetes(String valueSet, @TempDir Path directory) {
        var manifests = Manifest.allIn(Chart.renderWithHooks(valueSet, directory));

        assertThat(manifests).hasSizeGreaterThan(5);
        assertThat(manifests)
                .allSatisfy(it -> assertThat(KubernetesModels.problems(it)).isEmpty());
    }

    @Test
    void aTypingErrorInAFieldNameWouldBeSeen() {
        String deployment = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: flightlog}
            spec: {template: {spec: {automountServiceAcountToken: false}}}
            """;

        assertThat(KubernetesModels.problems(Manifest.only("Deployment", deployment)))
                .contains("automountServiceAcountToken");
    }

    @Test
    void aTypingErrorInACustomResourceWouldBeSeen() {
        String cluster = """
            apiVersion: postgresql.cnpg.io/v1
            kind: Cluster
            metadata: {name: postgres}
            spec: {instances: 1, storage: {sise: 1Gi}}
            """;

        assertThat(KubernetesModels.problems(Manifest.only("Cluster", cluster))).contains("sise");
    }
}

package dev.flightlog.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ChartRoutesTest {
    private static final List<String> PUBLIC_PATHS = List.of(
            "/",
            "/webhooks/github",
            "/openapi.yml",
            "/portfolio",
            "/logout",
            "/api",
            "/setup",
            "/schemas",
            "/orgs",
            "/account",
            "/login",
            "/assets");

    private final String yaml = Chart.render("full");

    @Test
    void theIngressLeadsToThePublicPathsOnly() {
        var rule = KubernetesModels.read(Manifest.only("Ingress", yaml), Ingress.class)
                .getSpec()
                .getRules()
                .getFirst();

        assertThat(rule.getHost()).isEqualTo("flightlog.example.com");
        assertThat(rule.getHttp().getPaths()).extracting("path").containsExactlyInAnyOrderElementsOf(PUBLIC_PATHS);
        assertThat(rule.getHttp().getPaths()).allSatisfy(path -> {
            assertThat(path.getBackend().getService().getName()).isEqualTo("flightlog");
            assertThat(path.getBackend().getService().getPort().getName()).isEqualTo("http");
        });
    }

    @Test
    void theGatewayRouteLeadsToThePublicPathsOnly() {
        var rules = KubernetesModels.read(Manifest.only("HTTPRoute", yaml), HTTPRoute.class)
                .getSpec()
                .getRules();

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.getMatches())
                    .extracting(it -> it.getPath().getValue())
                    .containsExactlyInAnyOrderElementsOf(PUBLIC_PATHS);
            assertThat(rule.getBackendRefs()).singleElement().satisfies(backend -> {
                assertThat(backend.getName()).isEqualTo("flightlog");
                assertThat(backend.getPort()).isEqualTo(80);
            });
        });
    }

    @ParameterizedTest
    @FieldSource("dev.flightlog.chart.Chart#VALUE_SETS")
    void managementHasItsOwnServiceWithoutAnAddress(String valueSet) {
        List<Service> services = Manifest.allIn(Chart.render(valueSet)).stream()
                .filter(it -> it.kind().equals("Service"))
                .map(it -> KubernetesModels.read(it, Service.class))
                .toList();

        assertThat(services)
                .filteredOn(it -> it.getMetadata().getName().equals("flightlog"))
                .flatExtracting(it -> it.getSpec().getPorts())
                .extracting("name")
                .containsExactly("http");
        assertThat(services)
                .filteredOn(it -> it.getMetadata().getName().equals("flightlog-management"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.getSpec().getClusterIP()).isEqualTo("None");
                    assertThat(it.getSpec().getPorts())
                            .extracting(ServicePort::getPort)
                            .containsExactly(8081);
                });
    }
}

package dev.flightlog.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Knows every field of the Kubernetes objects a chart may hold, and refuses the others. */
final class KubernetesModels {
    private static final Map<String, Class<?>> MODELS = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Pod", Pod.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class));

    /** Custom resources have no typed model here: the part of their schema that the chart uses, strictly. */
    private static final Map<String, String> SCHEMAS = Map.of(
            "postgresql.cnpg.io/v1 Cluster", "cluster",
            "monitoring.coreos.com/v1 ServiceMonitor", "service-monitor",
            "monitoring.coreos.com/v1 PrometheusRule", "prometheus-rule");

    private static final ObjectMapper STRICT = strictMapper();

    private KubernetesModels() {}

    /** Empty when every field is known and well typed, else what is wrong and where. */
    static String problems(Manifest manifest) {
        String type = manifest.content().path("apiVersion").asText() + " " + manifest.kind();
        if (SCHEMAS.containsKey(type)) {
            return schema(SCHEMAS.get(type)).validate(manifest.content()).stream()
                    .map(Object::toString)
                    .collect(Collectors.joining("\n"));
        }
        Class<?> model = MODELS.get(type);
        return model == null ? "no model for " + type : typedProblems(manifest, model);
    }

    /** The object as its typed model. */
    static <T> T read(Manifest manifest, Class<T> model) {
        try {
            return STRICT.treeToValue(manifest.content(), model);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(manifest.toString(), e);
        }
    }

    private static String typedProblems(Manifest manifest, Class<?> model) {
        try {
            STRICT.treeToValue(manifest.content(), model);
            return "";
        } catch (JsonProcessingException e) {
            return Objects.requireNonNullElse(e.getMessage(), e.toString());
        }
    }

    private static JsonSchema schema(String name) {
        try (InputStream file = KubernetesModels.class.getResourceAsStream("/helm/crd/" + name + ".json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The models collect unknown fields in an "any" map; without it Jackson refuses them by name. */
    private static ObjectMapper strictMapper() {
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                });
    }
}

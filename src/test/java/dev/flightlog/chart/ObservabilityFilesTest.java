package dev.flightlog.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alerts and the dashboard ask for metrics that are documented, with labels that they have. */
class ObservabilityFilesTest {
    private static final Pattern METRIC = Pattern.compile("\\bflightlog_\\w+");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(flightlog_\\w+)");
    private static final Pattern GROUPING = Pattern.compile("\\w+ by \\(([^)]*)\\) \\((?:\\w+\\()?(flightlog_\\w+)");

    @Test
    void alertsUseDocumentedMetrics() throws IOException {
        List<String> expressions = alerts().findValuesAsText("expr");

        assertThat(expressions).hasSizeGreaterThan(5);
        assertThat(metricsIn(expressions)).isSubsetOf(documented());
    }

    @Test
    void everyAlertSaysWhatItMeansAndHowBadItIs() throws IOException {
        assertThat(alerts().at("/groups/0/rules")).allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("info", "warning", "critical");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
        });
    }

    @Test
    void theDashboardShowsEveryDocumentedMetric() throws IOException {
        assertThat(metricsIn(dashboard().findValuesAsText("expr"))).isEqualTo(documented());
    }

    @Test
    void thePanelsHaveTheirOwnIdsAndDoNotOverlap() throws IOException {
        JsonNode panels = dashboard().path("panels");

        assertThat(panels.findValuesAsText("id")).doesNotHaveDuplicates();
        assertThat(panels)
                .extracting(it -> it.at("/gridPos/x") + "," + it.at("/gridPos/y"))
                .doesNotHaveDuplicates();
        assertThat(panels)
                .allSatisfy(it -> assertThat(it.at("/gridPos/x").asInt()
                                + it.at("/gridPos/w").asInt())
                        .isLessThanOrEqualTo(24));
    }

    @Test
    void queriesGroupByLabelsThatTheMetricHas() throws IOException {
        String documentation = documentation();
        List<String> expressions = dashboard().findValuesAsText("expr");
        expressions.addAll(alerts().findValuesAsText("expr"));

        assertThat(expressions)
                .allSatisfy(expression -> GROUPING.matcher(expression).results().forEach(grouping -> {
                    for (String label : grouping.group(1).split(", ", -1)) {
                        assertThat(documentation).containsPattern("\\| `" + grouping.group(2) + "`.*`" + label + "`");
                    }
                }));
    }

    private static JsonNode alerts() throws IOException {
        return new YAMLMapper().readTree(Files.readString(Path.of("helm/files/alerts.yaml")));
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(Files.readString(Path.of("helm/files/dashboard.json")));
    }

    private static String documentation() throws IOException {
        return Files.readString(Path.of("src/docs/metrics.md"));
    }

    private static Set<String> documented() throws IOException {
        return DOCUMENTED
                .matcher(documentation())
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());
    }

    /** The names used, without the endings that a timer adds to its name. */
    private static Set<String> metricsIn(List<String> expressions) {
        return expressions.stream()
                .flatMap(it -> METRIC.matcher(it).results())
                .map(MatchResult::group)
                .map(it -> it.replaceFirst("^(flightlog_command_seconds)_(count|sum|max)$", "$1"))
                .collect(Collectors.toSet());
    }
}

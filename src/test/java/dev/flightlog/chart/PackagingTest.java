package dev.flightlog.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Image, compose file, chart and build say the same. */
class PackagingTest {
    private static final Path DOCKERFILE = Path.of("src/main/docker/Dockerfile");

    /** An operator's command prints lines that other programs read, such as those of {@code export}. */
    @Test
    void theJvmWritesNothingIntoTheOutputOfACommand(@TempDir Path directory) throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@src/main/jvm.options",
                        "-XX:AOTCache=" + directory.resolve("none.aot"),
                        "-version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(java.waitFor()).isZero();
    }

    @Test
    void oneVersionEverywhere() throws IOException {
        String version = find("(?m)^ {2}<version>([^<]+)</version>", Files.readString(Path.of("pom.xml")));
        JsonNode chart = yaml(Path.of("helm/Chart.yaml"));

        assertThat(chart.path("version").asText()).isEqualTo(version);
        assertThat(chart.path("appVersion").asText()).isEqualTo(version);
        assertThat(compose().at("/services/flightlog/image").asText()).isEqualTo("flightlog:" + version);
    }

    @Test
    void theImageStartsWithTheRepositorysJvmOptions() throws IOException {
        String dockerfile = Files.readString(DOCKERFILE);

        assertThat(dockerfile)
                .contains("ENTRYPOINT [\"/opt/java/bin/java\", \"@src/main/jvm.options\", \"-jar\","
                        + " \"target/flightlog.jar\"]")
                .contains("USER 65532:65532");
        assertThat(Files.readString(Path.of("src/main/jvm.options"))).contains("-XX:AOTCache=target/flightlog.aot");
    }

    @Test
    void everythingTheImageCopiesReachesTheEngine() throws IOException {
        List<String> copied = Pattern.compile("(?m)^COPY (?!--from)(\\S+) ")
                .matcher(Files.readString(DOCKERFILE))
                .results()
                .map(it -> it.group(1))
                .toList();

        assertThat(copied).hasSize(5);
        assertThat(Files.readAllLines(Path.of(".dockerignore")))
                .containsAll(copied.stream().map(it -> "!" + it).toList());
    }

    @Test
    void theTrialRunsAsConfinedAsTheCluster() throws IOException {
        JsonNode server = compose().at("/services/flightlog");

        assertThat(server.path("mem_limit").asText()).isEqualTo("256m");
        assertThat(server.path("read_only").asBoolean()).isTrue();
        assertThat(server.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(server.path("ports"))
                .allSatisfy(it -> assertThat(it.asText()).startsWith("127.0.0.1:"));
    }

    @Test
    void ciRunsTheOneCommand() throws IOException {
        assertThat(Files.isExecutable(Path.of(".ci/run"))).isTrue();
        assertThat(Files.readAllLines(Path.of(".ci/run")))
                .filteredOn(it -> it.strip().startsWith("mvn"))
                .containsExactly("mvn -B -ntp verify");
    }

    @Test
    void workflowsAskForNoMoreThanTheyNeed() throws IOException {
        try (Stream<Path> workflows = Files.list(Path.of(".github/workflows"))) {
            assertThat(workflows.toList())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(yaml(it).path("permissions").toString())
                            .as(it.toString())
                            .isEqualTo("{\"contents\":\"read\"}"));
        }
    }

    @Test
    void everyActionIsPinnedToACommit() throws IOException {
        try (Stream<Path> workflows = Files.list(Path.of(".github/workflows"))) {
            List<String> uses = workflows
                    .flatMap(PackagingTest::lines)
                    .map(String::strip)
                    .filter(line -> line.matches("(- )?uses:.*"))
                    .toList();

            assertThat(uses).hasSizeGreaterThan(5).allMatch(line -> line.matches(".*@[0-9a-f]{40} # v[0-9.]+"));
        }
    }

    @Test
    void everyImageIsOfOneVersion() throws IOException {
        List<String> images = Stream.concat(
                        lines(DOCKERFILE)
                                .filter(line -> line.matches("ARG \\w+_IMAGE=.*"))
                                .map(line -> line.split("=", 2)[1]),
                        Stream.of(
                                compose().at("/services/postgres/image").asText(),
                                yaml(Path.of("helm/values.yaml"))
                                        .at("/tests/image")
                                        .asText()))
                .toList();

        assertThat(images)
                .hasSize(5)
                .allMatch(image -> image.matches(".+:(\\d+\\.\\d+.*|trixie-\\d{8}-slim)(@sha256:[0-9a-f]{64})?"));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode compose() throws IOException {
        return yaml(Path.of("src/main/docker/compose.yaml"));
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}

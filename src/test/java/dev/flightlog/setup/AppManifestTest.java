package dev.flightlog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.health.NeededPermission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifest is one that GitHub takes (github.md: Manifest), and asks for nothing without a reason. */
class AppManifestTest {
    private static final Path FILE = Path.of("app-manifest.yml");

    /** What a subscription to the event needs (github.md: Webhooks); metadata is what every App has. */
    private static final Map<String, String> PERMISSION_OF_EVENT = Map.ofEntries(
            Map.entry("membership", "members"),
            Map.entry("organization", "members"),
            Map.entry("team", "members"),
            Map.entry("issue_comment", "issues"),
            Map.entry("discussion_comment", "discussions"),
            Map.entry("issues", "issues"),
            Map.entry("discussion", "discussions"),
            Map.entry("pull_request", "pull_requests"),
            Map.entry("push", "contents"),
            Map.entry("repository", "metadata"),
            Map.entry("installation_target", "metadata"));

    private static final Set<String> COME_BY_THEMSELVES =
            Set.of("installation", "installation_repositories", "github_app_authorization", "check_run", "check_suite");

    private final JsonNode manifest = read();

    @Test
    void hasOnlyKeysThatGitHubKnows() {
        assertThat(manifest.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "name",
                        "url",
                        "hook_attributes",
                        "redirect_url",
                        "callback_urls",
                        "request_oauth_on_install",
                        "setup_url",
                        "public",
                        "default_permissions",
                        "default_events");
        assertThat(manifest.path("hook_attributes").fieldNames()).toIterable().containsExactly("url", "active");
    }

    @Test
    void writesOnlyWhereItPosts() {
        Set<String> writing = Set.of("issues", "discussions", "checks");

        assertThat(manifest.path("default_permissions").properties())
                .hasSize(9)
                .allSatisfy(it -> assertThat(it.getValue().asText())
                        .as(it.getKey())
                        .isEqualTo(writing.contains(it.getKey()) ? "write" : "read"));
    }

    @Test
    void subscribesOnlyToEventsThatItsPermissionsAllow() {
        JsonNode permissions = manifest.path("default_permissions");

        assertThat(manifest.path("default_events")).extracting(JsonNode::asText).allSatisfy(event -> {
            assertThat(PERMISSION_OF_EVENT).containsKey(event);
            assertThat(permissions.has(PERMISSION_OF_EVENT.get(event))).isTrue();
        });
    }

    /** What the code calls with each right; the simulated GitHub refuses, in every scenario, what needs another. */
    private static final Map<String, String> USE_OF_PERMISSION = Map.of(
            "metadata", "/repositories/",
            "members", "/teams?per_page=",
            "organization_copilot_seat_management", "/copilot/billing",
            "organization_copilot_metrics", "/copilot/metrics/reports/",
            "issues", "/issues",
            "discussions", "addDiscussionComment",
            "checks", "createCheckRun",
            "contents", "/contents/",
            "pull_requests", "/pulls");

    @Test
    void asksForNoPermissionWithoutUse() throws IOException {
        String calls = sources("github") + sources("copilot");

        assertThat(manifest.path("default_permissions").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(USE_OF_PERMISSION.keySet())
                .allSatisfy(permission -> assertThat(calls).contains(USE_OF_PERMISSION.get(permission)));
    }

    @Test
    void theSimulatedGitHubGrantsWhatTheManifestAsksFor() {
        assertThat(FakeApp.generate().permissions()).containsExactlyInAnyOrderEntriesOf(asked());
    }

    @Test
    void statusAndSeatsCheckMissWhatTheManifestAsksFor() {
        Map<String, String> needed = new TreeMap<>(Map.of("metadata", "read"));
        for (NeededPermission permission : NeededPermission.values()) {
            needed.put(permission.key(), permission.level());
        }

        assertThat(needed).containsExactlyInAnyOrderEntriesOf(asked());
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new TreeMap<>();
        manifest.path("default_permissions")
                .properties()
                .forEach(it -> asked.put(it.getKey(), it.getValue().asText()));
        return asked;
    }

    @Test
    void subscribesToExactlyTheEventsThatTheCodeHandles() throws IOException {
        Set<String> received = new TreeSet<>(COME_BY_THEMSELVES);
        manifest.path("default_events").forEach(event -> received.add(event.asText()));

        assertThat(handledEvents()).isEqualTo(received);
    }

    /** The first words of the parser's switch over events. */
    private static Set<String> handledEvents() throws IOException {
        String parser = Files.readString(Path.of("src/main/java/dev/flightlog/webhook/WebhookParser.java"));
        String cases = parser.substring(parser.indexOf("return switch (event)"), parser.indexOf("default -> new"));
        Set<String> events = new TreeSet<>();
        Pattern.compile("(?m)^ +case ([^>]+) ->")
                .matcher(cases)
                .results()
                .forEach(line -> Pattern.compile("\"(\\w+)\"")
                        .matcher(line.group(1))
                        .results()
                        .forEach(name -> events.add(name.group(1))));
        return events;
    }

    private static String sources(String packageName) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/flightlog", packageName))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    @Test
    void doesNotListEventsThatComeByThemselves() {
        assertThat(manifest.path("default_events"))
                .extracting(JsonNode::asText)
                .doesNotContainAnyElementsOf(COME_BY_THEMSELVES);
    }

    @Test
    void givesAReasonForEveryPermissionAndEvent() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        int first = lines.indexOf("default_permissions:") + 1;

        assertThat(IntStream.range(first, lines.size())
                        .filter(it -> lines.get(it).matches(" {2}(- )?[a-z_]+(: [a-z]+)?")))
                .hasSize(20)
                .allSatisfy(it -> assertThat(lines.get(it - 1)).startsWith("  # "));
    }

    @Test
    void isPartOfTheProgram() throws IOException {
        try (InputStream packed = AppManifestTest.class.getResourceAsStream("/app-manifest.yml")) {
            assertThat(packed).isNotNull().hasBinaryContent(Files.readAllBytes(FILE));
        }
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

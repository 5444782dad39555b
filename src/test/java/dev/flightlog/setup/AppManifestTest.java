package dev.flightlog.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The manifest is one that GitHub takes (FACTS §9), and asks for nothing without a reason. */
class AppManifestTest {
    private static final Path FILE = Path.of("app-manifest.yml");

    /** FACTS §10: what a subscription to the event needs; metadata is what every App has. */
    private static final Map<String, String> PERMISSION_OF_EVENT = Map.of(
            "membership", "members",
            "organization", "members",
            "team", "members",
            "issue_comment", "issues",
            "discussion_comment", "discussions",
            "pull_request", "pull_requests",
            "push", "contents",
            "repository", "metadata",
            "installation_target", "metadata");

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

    @Test
    void doesNotListEventsThatComeByThemselves() {
        assertThat(manifest.path("default_events"))
                .extracting(JsonNode::asText)
                .doesNotContain("installation", "installation_repositories", "check_run", "check_suite");
    }

    @Test
    void givesAReasonForEveryPermissionAndEvent() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        int first = lines.indexOf("default_permissions:") + 1;

        assertThat(IntStream.range(first, lines.size())
                        .filter(it -> lines.get(it).matches(" {2}(- )?[a-z_]+(: [a-z]+)?")))
                .hasSize(18)
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

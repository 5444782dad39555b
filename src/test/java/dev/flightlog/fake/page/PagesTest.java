package dev.flightlog.fake.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.World;
import dev.flightlog.fake.report.InventedOrganization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-18T08:00:00Z"));

    private static String draw(String markdown) {
        World world = new World(CLOCK);
        world.addPerson("ada", "Ada");
        return new Markdown(world).html(markdown);
    }

    @Test
    void drawsFoldsTablesAndTasksButNoForeignHtml() {
        String html = draw("""
            <!-- flightlog:summary 2026-W46 -->
            <details open><summary>Teams</summary>

            | a | b |
            | --- | --- |
            | `x` | <img src=x onerror=alert(1)> |

            </details>

            - [x] done
            <script>alert(1)</script>
            """);
        assertThat(html)
                .contains("<details open><summary>Teams</summary>", "<td><code>x</code></td>", "type=\"checkbox\"")
                .contains("&lt;script&gt;", "&lt;img")
                .doesNotContain("<script", "<img", "flightlog:summary");
    }

    @Test
    void linksMentionsOfRealPeopleOutsideCodeOnly() {
        assertThat(draw("@ada \\@ada `@ada` @nobody mail@ada x@ada"))
                .containsOnlyOnce("<code>@ada</code>")
                .contains("<a class=\"mention\" href=\"/ada\">@ada</a> <a")
                .contains("@nobody mail@ada x@ada");
    }

    @Test
    void postsAComment() throws IOException, InterruptedException {
        try (FakeGitHub github = FakeGitHub.start(FakeApp.generate(), CLOCK);
                HttpClient client = HttpClient.newHttpClient()) {
            InventedOrganization invented = InventedOrganization.create(github.world(), "acme", 1, 20, 9, 4);
            Repository governance = invented.organization().governance();
            Issue issue = governance.openIssue(github.bot(), "Copilot <weekly>", "text");
            URI page = URI.create(github.webUrl() + "/acme/copilot-governance/issues/" + issue.number());
            HttpRequest form = HttpRequest.newBuilder(URI.create(page + "/comments"))
                    .header("Accept", "text/html")
                    .POST(HttpRequest.BodyPublishers.ofString("login=mallory&body=%2Fcopilot+me"))
                    .build();
            assertThat(client.send(form, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(303);

            github.awaitActs();
            String html = client.send(
                            HttpRequest.newBuilder(page)
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(html).contains("Copilot &lt;weekly&gt;", "/copilot me", "mallory (outsider)");
            assertThat(github.violations()).isEmpty();
        }
    }
}

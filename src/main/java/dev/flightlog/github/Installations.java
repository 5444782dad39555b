package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/**
 * The app itself and where it is installed, asked in its own name (github.md: Installations).
 *
 * @throws GitHubException from every method
 */
@Singleton
public class Installations {
    private static final Access APP = new Access.App();

    private final RestClient rest;

    public Installations(RestClient rest) {
        this.rest = rest;
    }

    public AppFacts app() {
        JsonNode app = rest.get(APP, "/app");
        return new AppFacts(
                app.path("id").asLong(),
                Fields.text(app, "slug"),
                Fields.text(app, "html_url"),
                Fields.texts(app.path("permissions")));
    }

    public void all(Consumer<InstallationFacts> consumer) {
        rest.pages(
                APP,
                "/app/installations?per_page=100",
                page -> page.forEach(installation -> consumer.accept(InstallationFacts.of(installation))));
    }

    public InstallationFacts get(long id) {
        return InstallationFacts.of(rest.get(APP, "/app/installations/" + id));
    }
}

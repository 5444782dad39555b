package dev.flightlog.fake;

import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Person;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The App and its installations as GitHub writes them. */
final class AppShapes {
    private final FakeApp app;
    private final Person owner;
    private final Person bot;
    private final Urls urls;
    private final AccountShapes accounts;

    AppShapes(FakeApp app, Person owner, Person bot, Urls urls, AccountShapes accounts) {
        this.app = app;
        this.owner = owner;
        this.bot = bot;
        this.urls = urls;
        this.accounts = accounts;
    }

    Map<String, @Nullable Object> app() {
        return Json.object(
                "id", app.id(),
                "slug", app.slug(),
                "node_id", NodeId.of(NodeId.APP, app.id()),
                "client_id", app.clientId(),
                "owner", accounts.person(owner),
                "name", app.slug(),
                "description", "",
                "external_url", "https://example.org",
                "html_url", urls.web() + "/apps/" + app.slug(),
                "created_at", "2026-01-01T00:00:00Z",
                "updated_at", "2026-01-01T00:00:00Z",
                "permissions", app.permissions(),
                "events", app.events());
    }

    /** The App when the bot wrote something, else null. */
    @Nullable
    Map<String, @Nullable Object> viaApp(Person author) {
        return author == bot ? app() : null;
    }

    Map<String, @Nullable Object> installation(Installation installation) {
        String account = installation.organization().login();
        return Json.object(
                "id", installation.id(),
                "client_id", app.clientId(),
                "account", accounts.owner(installation.organization()),
                "repository_selection", installation.allRepositories() ? "all" : "selected",
                "access_tokens_url", urls.api() + "/app/installations/" + installation.id() + "/access_tokens",
                "repositories_url", urls.api() + "/installation/repositories",
                "html_url", urls.web() + "/organizations/" + account + "/settings/installations/" + installation.id(),
                "app_id", app.id(),
                "app_slug", app.slug(),
                "target_id", installation.organization().id(),
                "target_type", "Organization",
                "permissions", installation.permissions(),
                "events", app.events(),
                "created_at", installation.createdAt(),
                "updated_at", installation.createdAt(),
                "single_file_name", null,
                "has_multiple_single_files", false,
                "single_file_paths", java.util.List.of(),
                "suspended_by", installation.suspendedAt().map(at -> accounts.person(owner)),
                "suspended_at", installation.suspendedAt());
    }
}

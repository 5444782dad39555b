package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The App, its installations and their tokens (github.md: Installations). */
final class AppRoutes {
    private final Shapes shapes;
    private final Tokens tokens;

    AppRoutes(Shapes shapes, Tokens tokens) {
        this.shapes = shapes;
        this.tokens = tokens;
    }

    void addTo(Router router) {
        router.get("/app", Access.APP, this::app)
                .get("/apps/{slug}", Access.ANYONE, this::app)
                .get("/app/installations", Access.APP, this::installations)
                .get("/app/installations/{id}", Access.APP, call -> Answer.ok(shape(installation(call))))
                .post("/app/installations/{id}/access_tokens", Access.APP, this::token)
                .get("/orgs/{org}/installation", Access.APP, this::ofOrganization)
                .get("/repos/{owner}/{repo}/installation", Access.APP, this::ofRepository)
                .get("/installation/repositories", Access.TOKEN, this::repositories)
                .add("DELETE", "/installation/token", Access.TOKEN, this::revoke);
    }

    private Answer app(Call call) {
        Map<String, @Nullable Object> shape = shapes.apps().app();
        shape.put("installations_count", call.world().installations().size());
        return Answer.ok(shape);
    }

    private Answer installations(Call call) {
        return Paging.list(call, call.world().installations(), this::shape);
    }

    private Map<String, @Nullable Object> shape(Installation installation) {
        return shapes.apps().installation(installation);
    }

    private static Installation installation(Call call) {
        return call.world().installation(call.number("id")).orElseThrow(Refusal::notFound);
    }

    private Answer ofOrganization(Call call) {
        Organization organization = call.organization();
        return Answer.ok(shape(call.world().installationOf(organization).orElseThrow(Refusal::notFound)));
    }

    private Answer ofRepository(Call call) {
        return Answer.ok(shape(call.world()
                .repository(call.variable("owner"), call.variable("repo"))
                .flatMap(repository -> call.world().installations().stream()
                        .filter(each -> each.sees(repository))
                        .findFirst())
                .orElseThrow(Refusal::notFound)));
    }

    private Answer token(Call call) {
        Installation installation = installation(call);
        if (installation.suspendedAt().isPresent()) {
            throw Refusal.of(Answer.message(403, "This installation has been suspended"));
        }
        Map<String, String> permissions = narrowed(call, installation);
        Set<Long> repositories = repositories(call, installation);
        String token = tokens.issue(
                installation, permissions, repositories, call.world().now());
        return Answer.created(Json.object(
                "token",
                token,
                "expires_at",
                call.world().now().plusSeconds(3600),
                "permissions",
                permissions,
                "repository_selection",
                installation.allRepositories() ? "all" : "selected"));
    }

    private static Map<String, String> narrowed(Call call, Installation installation) {
        JsonNode asked = call.body().path("permissions");
        if (!asked.isObject()) {
            return installation.permissions();
        }
        Map<String, String> permissions = new LinkedHashMap<>();
        asked.properties().forEach(each -> {
            String level = each.getValue().asText();
            if (!new Permission(each.getKey(), level.equals("write")).heldBy(installation.permissions())) {
                throw Refusal.violation(
                        Answer.message(422, "The permissions requested are not granted to this installation."),
                        "token asked with " + each.getKey() + ":" + level);
            }
            permissions.put(each.getKey(), level);
        });
        return permissions;
    }

    private static @Nullable Set<Long> repositories(Call call, Installation installation) {
        JsonNode ids = call.body().path("repository_ids");
        JsonNode names = call.body().path("repositories");
        if (!ids.isArray() && !names.isArray()) {
            return null;
        }
        Set<Long> narrowed = new HashSet<>();
        ids.forEach(id -> narrowed.add(id.asLong()));
        names.forEach(name -> installation.repositories().stream()
                .filter(each -> each.name().equals(name.asText()))
                .map(Repository::id)
                .forEach(narrowed::add));
        return narrowed;
    }

    private Answer repositories(Call call) {
        List<Repository> seen = call.installation().repositories().stream()
                .filter(call.grant()::sees)
                .toList();
        Paging.Page<Repository> page = Paging.page(call, seen, 30, 100);
        return page.answer(Json.object(
                "total_count", seen.size(),
                "repository_selection", call.installation().allRepositories() ? "all" : "selected",
                "repositories",
                        page.items().stream().map(shapes.repositories()::full).toList()));
    }

    private Answer revoke(Call call) {
        tokens.revokeAllOf(call.installation());
        return Answer.NO_CONTENT;
    }
}

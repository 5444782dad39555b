package dev.flightlog.fake;

import dev.flightlog.fake.model.Commit;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Repositories, commits, pull requests and who may do what in them (github.md: Repositories). */
final class RepositoryRoutes {
    private static final Access METADATA = Access.read("metadata");
    private static final Access CONTENTS = Access.read("contents");
    private static final Access PULLS = Access.read("pull_requests");

    private final Shapes shapes;

    RepositoryRoutes(Shapes shapes) {
        this.shapes = shapes;
    }

    void addTo(Router router) {
        String repo = "/repos/{owner}/{repo}";
        router.get(repo, METADATA, call -> Answer.ok(shapes.repositories().full(call.repository())))
                .get(repo + "/collaborators/{login}/permission", METADATA, this::permission)
                .get(repo + "/commits/{ref*}", CONTENTS, this::commit)
                .get(repo + "/branches", CONTENTS, this::branches)
                .get(repo + "/pulls", PULLS, this::pulls)
                .get(
                        repo + "/pulls/{number}",
                        PULLS,
                        call -> Answer.ok(shapes.pulls().pull(pull(call))))
                .get(repo + "/pulls/{number}/files", PULLS, this::files);
    }

    private Answer permission(Call call) {
        Repository repository = call.repository();
        Person person = call.world().findPerson(call.variable("login")).orElseThrow(Refusal::notFound);
        String role = repository.roleOf(person);
        String permission = switch (role) {
            case "maintain" -> "write";
            case "triage" -> "read";
            default -> role;
        };
        Map<String, @Nullable Object> user = shapes.accounts().person(person);
        user.put("role_name", role);
        return Answer.ok(Json.object("permission", permission, "role_name", role, "user", user));
    }

    private Answer commit(Call call) {
        Repository repository = call.repository();
        String ref = call.variable("ref");
        if (ref.endsWith("/pulls")) {
            return pullsOf(call, repository, ref.substring(0, ref.length() - "/pulls".length()));
        }
        Commit commit = repository
                .history()
                .resolve(ref)
                .orElseThrow(() -> Refusal.of(Answer.message(422, "No commit found for SHA: " + ref)));
        return Answer.ok(shapes.repositories().commit(repository, commit));
    }

    private Answer branches(Call call) {
        Repository repository = call.repository();
        return Paging.list(
                call,
                repository.history().branches().stream().sorted().toList(),
                name -> Json.object(
                        "name",
                        name,
                        "commit",
                        Json.object(
                                "sha",
                                repository.history().head(name).orElseThrow().sha()),
                        "protected",
                        false));
    }

    private Answer pullsOf(Call call, Repository repository, String sha) {
        List<PullRequest> pulls = repository.pulls().stream()
                .filter(each -> each.head().sha().equals(sha))
                .toList();
        return Paging.list(call, pulls, shapes.pulls()::pull);
    }

    private static PullRequest pull(Call call) {
        return call.repository().findPull((int) call.number("number")).orElseThrow(Refusal::notFound);
    }

    private Answer pulls(Call call) {
        String state = call.query().getOrDefault("state", "open");
        Optional<String> head = Optional.ofNullable(call.query("head"));
        Optional<String> base = Optional.ofNullable(call.query("base"));
        List<PullRequest> pulls = call.repository().pulls().stream()
                .filter(each -> state.equals("all") || each.issue().open() == state.equals("open"))
                .filter(each -> head.isEmpty()
                        || head.get().equals(each.headRepository().ownerLogin() + ":" + each.headBranch()))
                .filter(each -> base.isEmpty() || base.get().equals(each.baseBranch()))
                .sorted(Comparator.comparing(PullRequest::number).reversed())
                .toList();
        return Paging.list(call, pulls, shapes.pulls()::pull);
    }

    private Answer files(Call call) {
        PullRequest pull = pull(call);
        return Paging.list(call, pull.files(), file -> shapes.pulls().file(pull, file));
    }
}

package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.page.Acts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Lets visitors of the pages act as people; webhooks are sent behind, so that the page answers at once. */
final class PageActs implements Acts {
    private final People people;
    private final ManifestRoutes manifests;
    private final UserAuthorizations authorizations;
    private final Executor executor;

    PageActs(People people, ManifestRoutes manifests, UserAuthorizations authorizations, Executor executor) {
        this.authorizations = authorizations;
        this.people = people;
        this.manifests = manifests;
        this.executor = executor;
    }

    @Override
    public void comment(Issue issue, String login, String text) {
        executor.execute(() -> people.comment(issue, login, text));
    }

    @Override
    public void reply(Discussion discussion, @Nullable DiscussionComment to, String login, String text) {
        executor.execute(() -> people.replyInDiscussion(discussion, to, login, text));
    }

    @Override
    public void openIssue(Repository repository, String login, String title, String text) {
        executor.execute(() -> people.openIssue(repository, login, title, text));
    }

    @Override
    public void clickAction(CheckRun run, String login, String identifier) {
        executor.execute(() -> people.clickCheckAction(run, login, identifier));
    }

    @Override
    public void rerun(CheckRun run, String login) {
        executor.execute(() -> people.rerun(run, login));
    }

    @Override
    public int propose(Repository repository, String login, String path, String text) {
        Map<String, @Nullable String> changes = new HashMap<>();
        changes.put(path, text);
        String branch = login + "-patch-" + (repository.issues().size() + 1);
        return people.openPullRequest(repository, login, branch, "Change " + path, changes)
                .number();
    }

    @Override
    public void merge(PullRequest pull, String login) {
        executor.execute(() -> people.merge(pull, login));
    }

    @Override
    public Optional<String> authorizationProblem(Map<String, String> query) {
        return authorizations.problem(query);
    }

    @Override
    public String authorize(Map<String, String> query, String login) {
        return authorizations.authorize(query, login);
    }

    @Override
    public String deny(Map<String, String> query) {
        return authorizations.deny(query);
    }

    @Override
    public String install(Organization organization) {
        return manifests.install(organization);
    }

    @Override
    public String acceptManifest(JsonNode manifest) {
        return manifests.accept(manifest);
    }
}

package dev.flightlog.fake;

import dev.flightlog.fake.model.Commit;
import dev.flightlog.fake.model.Repository;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Repositories and commits as GitHub writes them. */
final class RepositoryShapes {
    private static final List<String> LINKS = List.of(
            "archive_url /{archive_format}{/ref}",
            "assignees_url /assignees{/user}",
            "blobs_url /git/blobs{/sha}",
            "branches_url /branches{/branch}",
            "collaborators_url /collaborators{/collaborator}",
            "comments_url /comments{/number}",
            "commits_url /commits{/sha}",
            "compare_url /compare/{base}...{head}",
            "contents_url /contents/{+path}",
            "contributors_url /contributors",
            "deployments_url /deployments",
            "downloads_url /downloads",
            "events_url /events",
            "forks_url /forks",
            "git_commits_url /git/commits{/sha}",
            "git_refs_url /git/refs{/sha}",
            "git_tags_url /git/tags{/sha}",
            "hooks_url /hooks",
            "issue_comment_url /issues/comments{/number}",
            "issue_events_url /issues/events{/number}",
            "issues_url /issues{/number}",
            "keys_url /keys{/key_id}",
            "labels_url /labels{/name}",
            "languages_url /languages",
            "merges_url /merges",
            "milestones_url /milestones{/number}",
            "notifications_url /notifications{?since,all,participating}",
            "pulls_url /pulls{/number}",
            "releases_url /releases{/id}",
            "stargazers_url /stargazers",
            "statuses_url /statuses/{sha}",
            "subscribers_url /subscribers",
            "subscription_url /subscription",
            "tags_url /tags",
            "teams_url /teams",
            "trees_url /git/trees{/sha}");

    private final Urls urls;
    private final AccountShapes accounts;

    RepositoryShapes(Urls urls, AccountShapes accounts) {
        this.urls = urls;
        this.accounts = accounts;
    }

    /** The few fields of installation webhooks. */
    Map<String, @Nullable Object> reference(Repository repository) {
        return Json.object(
                "id", repository.id(),
                "node_id", NodeId.of(NodeId.REPOSITORY, repository.id()),
                "name", repository.name(),
                "full_name", repository.fullName(),
                "private", repository.isPrivate());
    }

    Map<String, @Nullable Object> minimal(Repository repository) {
        String url = urls.repository(repository.fullName());
        Map<String, @Nullable Object> shape = reference(repository);
        shape.putAll(Json.object(
                "owner",
                owner(repository),
                "html_url",
                urls.web() + "/" + repository.fullName(),
                "description",
                null,
                "fork",
                repository.organization().isEmpty(),
                "url",
                url));
        LINKS.forEach(link -> {
            String[] parts = link.split(" ", 2);
            shape.put(parts[0], url + parts[1]);
        });
        return shape;
    }

    /** Everything that GitHub tells about a repository. */
    Map<String, @Nullable Object> full(Repository repository) {
        String web = urls.web() + "/" + repository.fullName();
        Map<String, @Nullable Object> shape = minimal(repository);
        shape.putAll(Json.object(
                "clone_url",
                web + ".git",
                "git_url",
                web + ".git",
                "ssh_url",
                web + ".git",
                "svn_url",
                web,
                "mirror_url",
                null,
                "homepage",
                null,
                "language",
                null,
                "license",
                null,
                "default_branch",
                repository.history().defaultBranch(),
                "visibility",
                repository.visibility(),
                "archived",
                repository.archived(),
                "disabled",
                false,
                "has_issues",
                repository.hasIssues(),
                "has_projects",
                false,
                "has_wiki",
                false,
                "has_pages",
                false,
                "has_downloads",
                false,
                "has_discussions",
                repository.hasDiscussions()));
        counts(repository, shape);
        return shape;
    }

    private static void counts(Repository repository, Map<String, @Nullable Object> shape) {
        for (String count : List.of(
                "forks",
                "forks_count",
                "stargazers_count",
                "watchers",
                "watchers_count",
                "network_count",
                "subscribers_count",
                "size")) {
            shape.put(count, 0);
        }
        shape.put("open_issues", repository.issues().size());
        shape.put("open_issues_count", repository.issues().size());
        String at = repository.createdAt().toString();
        shape.put("created_at", at);
        shape.put("updated_at", at);
        shape.put("pushed_at", at);
    }

    private Map<String, @Nullable Object> owner(Repository repository) {
        return repository
                .organization()
                .map(accounts::owner)
                .or(() -> repository.owner().map(accounts::person))
                .orElseThrow();
    }

    Map<String, @Nullable Object> commit(Repository repository, Commit commit) {
        String url = urls.repository(repository.fullName()) + "/commits/" + commit.sha();
        String web = urls.web() + "/" + repository.fullName() + "/commit/" + commit.sha();
        Map<String, @Nullable Object> who = Json.object(
                "name", commit.author().name(), "email", commit.author().login() + "@example.org", "date", commit.at());
        return Json.object(
                "sha",
                commit.sha(),
                "node_id",
                "C_" + commit.sha(),
                "url",
                url,
                "html_url",
                web,
                "comments_url",
                url + "/comments",
                "commit",
                Json.object(
                        "url",
                        url,
                        "author",
                        who,
                        "committer",
                        who,
                        "message",
                        commit.message(),
                        "comment_count",
                        0,
                        "tree",
                        Json.object("sha", commit.sha(), "url", url)),
                "author",
                accounts.person(commit.author()),
                "committer",
                accounts.person(commit.author()),
                "parents",
                commit.parent() == null ? List.of() : List.of(Json.object("sha", commit.parent(), "url", url)));
    }
}

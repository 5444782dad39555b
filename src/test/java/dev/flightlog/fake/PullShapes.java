package dev.flightlog.fake;

import dev.flightlog.fake.model.Commit;
import dev.flightlog.fake.model.GitHistory;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pull requests and their files as GitHub writes them. */
final class PullShapes {
    private static final Map<String, String> LINKS = Map.of(
            "self", "url",
            "html", "html_url",
            "issue", "issue_url",
            "comments", "comments_url",
            "review_comments", "review_comments_url",
            "review_comment", "review_comment_url",
            "commits", "commits_url",
            "statuses", "statuses_url");

    private final Urls urls;
    private final AccountShapes accounts;
    private final RepositoryShapes repositories;
    private final IssueShapes issues;

    PullShapes(Urls urls, AccountShapes accounts, RepositoryShapes repositories, IssueShapes issues) {
        this.urls = urls;
        this.accounts = accounts;
        this.repositories = repositories;
        this.issues = issues;
    }

    Map<String, @Nullable Object> pull(PullRequest pull) {
        Issue issue = pull.issue();
        Map<String, @Nullable Object> shape = links(pull);
        shape.putAll(Json.object(
                "id", issue.id() + 1_000_000_000L,
                "node_id", NodeId.of(NodeId.PULL_REQUEST, issue.id()),
                "number", pull.number(),
                "state", issue.open() ? "open" : "closed",
                "locked", issue.locked(),
                "title", issue.title(),
                "user", accounts.person(issue.author()),
                "body", issue.body(),
                "created_at", issue.createdAt(),
                "updated_at", issue.updatedAt(),
                "closed_at", issue.closedAt(),
                "merged_at", pull.mergedAt(),
                "merge_commit_sha", null,
                "assignee", null,
                "assignees", List.of(),
                "requested_reviewers", List.of(),
                "requested_teams", List.of(),
                "labels",
                        issue.labels().stream()
                                .map(each -> issues.label(issue.repository(), each))
                                .toList(),
                "milestone", null,
                "draft", pull.draft(),
                "head", end(pull.headRepository(), pull.headBranch(), pull.head()),
                "base", end(issue.repository(), pull.baseBranch(), pull.base()),
                "author_association", IssueShapes.association(issue.repository(), issue.author()),
                "auto_merge", null));
        shape.putAll(counts(pull));
        return shape;
    }

    private static Map<String, @Nullable Object> counts(PullRequest pull) {
        return Json.object(
                "merged",
                pull.mergedAt().isPresent(),
                "mergeable",
                true,
                "mergeable_state",
                "clean",
                "merged_by",
                null,
                "comments",
                pull.issue().comments().size(),
                "review_comments",
                0,
                "maintainer_can_modify",
                false,
                "commits",
                1,
                "additions",
                1,
                "deletions",
                0,
                "changed_files",
                pull.files().size());
    }

    private Map<String, @Nullable Object> links(PullRequest pull) {
        String repository = urls.repository(pull.issue().repository().fullName());
        String url = repository + "/pulls/" + pull.number();
        String issue = repository + "/issues/" + pull.number();
        String web = issues.web(pull.issue());
        Map<String, @Nullable Object> shape = Json.object(
                "url", url,
                "html_url", web,
                "diff_url", web + ".diff",
                "patch_url", web + ".patch",
                "issue_url", issue,
                "commits_url", url + "/commits",
                "review_comments_url", url + "/comments",
                "review_comment_url", repository + "/pulls/comments{/number}",
                "comments_url", issue + "/comments",
                "statuses_url", repository + "/statuses/" + pull.head().sha());
        Map<String, @Nullable Object> hypertext = new LinkedHashMap<>();
        LINKS.forEach((name, field) -> hypertext.put(name, Json.object("href", shape.get(field))));
        shape.put("_links", hypertext);
        return shape;
    }

    private Map<String, @Nullable Object> end(Repository repository, String branch, Commit commit) {
        Map<String, @Nullable Object> full = repositories.full(repository);
        return Json.object(
                "label",
                repository.ownerLogin() + ":" + branch,
                "ref",
                branch,
                "sha",
                commit.sha(),
                "user",
                full.get("owner"),
                "repo",
                full);
    }

    Map<String, @Nullable Object> file(PullRequest pull, PullRequest.ChangedFile file) {
        String repository = urls.repository(pull.issue().repository().fullName());
        String text = file.after() == null ? "" : file.after();
        int added = (int) text.lines().count();
        int deleted = file.before() == null ? 0 : (int) file.before().lines().count();
        return Json.object(
                "sha",
                GitHistory.blobSha(text),
                "filename",
                file.path(),
                "status",
                file.status(),
                "additions",
                added,
                "deletions",
                deleted,
                "changes",
                added + deleted,
                "blob_url",
                issues.web(pull.issue()) + "/files",
                "raw_url",
                issues.web(pull.issue()) + "/raw",
                "contents_url",
                repository + "/contents/" + file.path() + "?ref=" + pull.head().sha(),
                "patch",
                patch(file, added, deleted));
    }

    private static String patch(PullRequest.ChangedFile file, int added, int deleted) {
        StringBuilder patch = new StringBuilder("@@ -1," + deleted + " +1," + added + " @@");
        if (file.before() != null) {
            file.before().lines().forEach(line -> patch.append("\n-").append(line));
        }
        if (file.after() != null) {
            file.after().lines().forEach(line -> patch.append("\n+").append(line));
        }
        return patch.toString();
    }
}

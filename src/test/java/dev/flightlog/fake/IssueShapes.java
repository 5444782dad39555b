package dev.flightlog.fake;

import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Label;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Reactable;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Issues, comments, reactions and labels as GitHub writes them. */
final class IssueShapes {
    static final List<String> REACTIONS = List.of("+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes");

    private final Urls urls;
    private final AccountShapes accounts;
    private final AppShapes apps;

    IssueShapes(Urls urls, AccountShapes accounts, AppShapes apps) {
        this.urls = urls;
        this.accounts = accounts;
        this.apps = apps;
    }

    Map<String, @Nullable Object> issue(Issue issue) {
        Repository repository = issue.repository();
        String url = urls.repository(repository.fullName()) + "/issues/" + issue.number();
        List<?> assignees = issue.assignees().stream().map(accounts::person).toList();
        Map<String, @Nullable Object> shape = Json.object(
                "url", url,
                "repository_url", urls.repository(repository.fullName()),
                "labels_url", url + "/labels{/name}",
                "comments_url", url + "/comments",
                "events_url", url + "/events",
                "html_url", web(issue),
                "id", issue.id(),
                "node_id", NodeId.of(NodeId.ISSUE, issue.id()),
                "number", issue.number(),
                "title", issue.title(),
                "user", accounts.person(issue.author()),
                "labels",
                        issue.labels().stream()
                                .map(each -> label(repository, each))
                                .toList(),
                "state", issue.open() ? "open" : "closed",
                "state_reason", issue.stateReason(),
                "locked", issue.locked(),
                "active_lock_reason", null,
                "assignee", assignees.isEmpty() ? null : assignees.getFirst(),
                "assignees", assignees,
                "milestone", null,
                "comments", issue.comments().size(),
                "created_at", issue.createdAt(),
                "updated_at", issue.updatedAt(),
                "closed_at", issue.closedAt(),
                "closed_by", null,
                "author_association", association(repository, issue.author()),
                "body", issue.body(),
                "reactions", reactionCounts(issue, url),
                "performed_via_github_app", apps.viaApp(issue.author()));
        repository.findPull(issue.number()).ifPresent(pull -> shape.put("pull_request", pullKey(pull)));
        return shape;
    }

    private Map<String, @Nullable Object> pullKey(PullRequest pull) {
        Issue issue = pull.issue();
        String web = web(issue);
        return Json.object(
                "url", urls.repository(issue.repository().fullName()) + "/pulls/" + pull.number(),
                "html_url", web,
                "diff_url", web + ".diff",
                "patch_url", web + ".patch",
                "merged_at", pull.mergedAt());
    }

    String web(Issue issue) {
        String kind = issue.isPullRequest() ? "/pull/" : "/issues/";
        return urls.web() + "/" + issue.repository().fullName() + kind + issue.number();
    }

    Map<String, @Nullable Object> comment(Comment comment) {
        Issue issue = comment.issue();
        String repository = urls.repository(issue.repository().fullName());
        String url = repository + "/issues/comments/" + comment.id();
        return Json.object(
                "url", url,
                "html_url", web(issue) + "#issuecomment-" + comment.id(),
                "issue_url", repository + "/issues/" + issue.number(),
                "id", comment.id(),
                "node_id", NodeId.of(NodeId.ISSUE_COMMENT, comment.id()),
                "user", accounts.person(comment.author()),
                "created_at", comment.createdAt(),
                "updated_at", comment.updatedAt(),
                "author_association", association(issue.repository(), comment.author()),
                "body", comment.body(),
                "reactions", reactionCounts(comment, url),
                "performed_via_github_app", apps.viaApp(comment.author()));
    }

    static String association(Repository repository, Person person) {
        boolean member = repository
                .organization()
                .flatMap(organization -> organization.member(person.id()))
                .filter(each -> !each.pending())
                .isPresent();
        return member ? "MEMBER" : "NONE";
    }

    static Map<String, @Nullable Object> reactionCounts(Reactable of, String url) {
        Map<String, @Nullable Object> counts = Json.object(
                "url", url + "/reactions", "total_count", of.reactions().size());
        REACTIONS.forEach(content -> counts.put(
                content,
                of.reactions().stream()
                        .filter(each -> each.content().equals(content))
                        .count()));
        return counts;
    }

    Map<String, @Nullable Object> reaction(Reaction reaction) {
        return Json.object(
                "id", reaction.id(),
                "node_id", NodeId.of(NodeId.REACTION, reaction.id()),
                "user", accounts.person(reaction.by()),
                "content", reaction.content(),
                "created_at", reaction.createdAt());
    }

    Map<String, @Nullable Object> label(Repository repository, Label label) {
        return Json.object(
                "id", label.id(),
                "node_id", NodeId.of(NodeId.LABEL, label.id()),
                "url",
                        urls.repository(repository.fullName()) + "/labels/"
                                + label.name().replace(" ", "%20"),
                "name", label.name(),
                "description", label.description(),
                "color", label.color(),
                "default", false);
    }
}

package dev.flightlog.github.issue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.OwnApp;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.github.rest.Hub4jClient;
import dev.flightlog.github.rest.RestClient;
import dev.flightlog.github.rest.UrlEncoding;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHIssueBuilder;
import org.kohsuke.github.GHRepository;

/**
 * Issues of a repository (github.md: Issues and comments). Opened through hub4j; what hub4j would spread over several
 * requests, or does not give (who wrote it), uses this package's own client.
 *
 * @throws GitHubException from every method; 410 where the repository has no issues
 */
@Singleton
public class Issues {
    private static final int PAGES = 5;

    private final Hub4jClient hub;
    private final RestClient rest;
    private final OwnApp app;

    Issues(Hub4jClient hub, RestClient rest, OwnApp app) {
        this.app = app;
        this.hub = hub;
        this.rest = rest;
    }

    /**
     * Opens an issue. Missing labels are made first; an assignee that GitHub refuses does not stop the post.
     */
    public Issue create(Access.Installation access, RepositoryName repository, NewIssue issue) {
        int number = hub.with(access, repository, hubRepository -> {
            for (IssueLabel label : issue.labels()) {
                ensure(hubRepository, label);
            }
            return open(hubRepository, issue);
        });
        return get(access, repository, number);
    }

    public Issue get(Access.Installation access, RepositoryName repository, int number) {
        return Issue.of(rest.get(access, path(repository, number)), app);
    }

    /** Replaces the body, and the title unless it is null. */
    public Issue edit(
            Access.Installation access, RepositoryName repository, int number, @Nullable String title, String body) {
        Map<String, String> change = title == null ? Map.of("body", body) : Map.of("title", title, "body", body);
        return Issue.of(rest.patch(access, path(repository, number), change), app);
    }

    public void close(Access.Installation access, RepositoryName repository, int number, CloseReason reason) {
        rest.patch(access, path(repository, number), Map.of("state", "closed", "state_reason", reason.word()));
    }

    public void reopen(Access.Installation access, RepositoryName repository, int number) {
        rest.patch(access, path(repository, number), Map.of("state", "open", "state_reason", "reopened"));
    }

    /**
     * The newest issue that fits, open or closed, among the last 500.
     *
     * @param label only issues with this label, or all
     */
    public Optional<Issue> newest(
            Access.Installation access, RepositoryName repository, @Nullable String label, Predicate<Issue> fits) {
        String query = label == null ? "" : "&labels=" + UrlEncoding.segment(label);
        RestClient.Page page = rest.page(
                access, repository.path() + "/issues?state=all&sort=created&direction=desc&per_page=100" + query);
        for (int pages = 1; ; pages++) {
            Optional<Issue> found = first(page.content(), fits);
            if (found.isPresent() || page.next() == null || pages == PAGES) {
                return found;
            }
            page = rest.page(access, page.next());
        }
    }

    /** The listing holds pull requests too. */
    private Optional<Issue> first(JsonNode issues, Predicate<Issue> fits) {
        return issues.valueStream()
                .filter(issue -> !issue.hasNonNull("pull_request"))
                .map(each -> Issue.of(each, app))
                .filter(fits)
                .findFirst();
    }

    private static int open(GHRepository repository, NewIssue issue) throws IOException {
        try {
            return builder(repository, issue).create().getNumber();
        } catch (GitHubException refused) {
            if (isRefused(refused, 422) && !issue.assignees().isEmpty()) {
                return open(repository, issue.withoutAssignees());
            }
            throw refused;
        }
    }

    private static GHIssueBuilder builder(GHRepository repository, NewIssue issue) {
        GHIssueBuilder builder = repository.createIssue(issue.title()).body(issue.body());
        issue.labels().forEach(label -> builder.label(label.name()));
        issue.assignees().forEach(builder::assignee);
        return builder;
    }

    private static void ensure(GHRepository repository, IssueLabel label) throws IOException {
        try {
            repository.getLabel(label.name());
        } catch (GitHubException absent) {
            if (!(absent.failure() instanceof Failure.NotFound)) {
                throw absent;
            }
            make(repository, label);
        }
    }

    /** Somebody else may have made it in between. */
    private static void make(GHRepository repository, IssueLabel label) throws IOException {
        try {
            repository.createLabel(label.name(), label.color(), label.description());
        } catch (GitHubException refused) {
            if (!isRefused(refused, 422)) {
                throw refused;
            }
        }
    }

    private static boolean isRefused(GitHubException refused, int status) {
        return refused.failure() instanceof Failure.Refused(int given, String _) && given == status;
    }

    private static String path(RepositoryName repository, int number) {
        return repository.path() + "/issues/" + number;
    }
}

package dev.flightlog.fake;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Check runs, suites and annotations as GitHub writes them. */
final class CheckShapes {
    private final Urls urls;
    private final AppShapes apps;

    CheckShapes(Urls urls, AppShapes apps) {
        this.urls = urls;
        this.apps = apps;
    }

    Map<String, @Nullable Object> run(CheckRun run) {
        String url = urls.repository(run.repository().fullName()) + "/check-runs/" + run.id();
        return Json.object(
                "id", run.id(),
                "name", run.name(),
                "node_id", NodeId.of(NodeId.CHECK_RUN, run.id()),
                "head_sha", run.headSha(),
                "external_id", run.externalId().orElse(""),
                "url", url,
                "html_url", urls.web() + "/" + run.repository().fullName() + "/runs/" + run.id(),
                "details_url", run.detailsUrl(),
                "status", run.status(),
                "conclusion", run.conclusion(),
                "started_at", run.startedAt(),
                "completed_at", run.completedAt(),
                "output", output(run, url),
                "check_suite", Json.object("id", run.suiteId()),
                "app", app(run),
                "pull_requests", pulls(run.repository(), run.headSha()));
    }

    private Map<String, @Nullable Object> app(CheckRun run) {
        Map<String, @Nullable Object> app = apps.app();
        run.otherApp().ifPresent(id -> app.putAll(Json.object("id", id, "slug", "another-app", "name", "Another app")));
        return app;
    }

    private static Map<String, @Nullable Object> output(CheckRun run, String url) {
        return Json.object(
                "title", run.output().title(),
                "summary", run.output().summary(),
                "text", run.output().text(),
                "annotations_count", run.annotations().size(),
                "annotations_url", url + "/annotations");
    }

    Map<String, @Nullable Object> annotation(CheckRun run, CheckRun.Annotation annotation) {
        return Json.object(
                "path", annotation.path(),
                "blob_href", urls.repository(run.repository().fullName()) + "/git/blobs/" + run.headSha(),
                "start_line", annotation.startLine(),
                "end_line", annotation.endLine(),
                "start_column", annotation.startColumn(),
                "end_column", annotation.endColumn(),
                "annotation_level", annotation.level(),
                "title", annotation.title(),
                "message", annotation.message(),
                "raw_details", annotation.rawDetails());
    }

    /** The suite of a commit, as webhooks carry it; for forks GitHub leaves branch and pull requests empty. */
    Map<String, @Nullable Object> suite(Repository repository, String sha, long suiteId) {
        return Json.object(
                "id",
                suiteId,
                "node_id",
                NodeId.of(NodeId.CHECK_SUITE, suiteId),
                "head_branch",
                branch(repository, sha),
                "head_sha",
                sha,
                "status",
                "queued",
                "conclusion",
                null,
                "url",
                urls.repository(repository.fullName()) + "/check-suites/" + suiteId,
                "before",
                null,
                "after",
                sha,
                "pull_requests",
                pulls(repository, sha),
                "app",
                apps.app(),
                "created_at",
                repository.createdAt(),
                "updated_at",
                repository.createdAt());
    }

    private static @Nullable String branch(Repository repository, String sha) {
        return repository.history().branches().stream()
                .filter(name -> repository
                        .history()
                        .head(name)
                        .filter(head -> head.sha().equals(sha))
                        .isPresent())
                .findFirst()
                .orElse(null);
    }

    private List<Map<String, @Nullable Object>> pulls(Repository repository, String sha) {
        return repository.pulls().stream()
                .filter(pull -> !pull.fromFork() && pull.head().sha().equals(sha))
                .map(this::pull)
                .toList();
    }

    private Map<String, @Nullable Object> pull(PullRequest pull) {
        Repository repository = pull.issue().repository();
        Map<String, @Nullable Object> repo = Json.object(
                "id", repository.id(), "url", urls.repository(repository.fullName()), "name", repository.name());
        return Json.object(
                "url", urls.repository(repository.fullName()) + "/pulls/" + pull.number(),
                "id", pull.issue().id() + 1_000_000_000L,
                "number", pull.number(),
                "head", Json.object("ref", pull.headBranch(), "sha", pull.head().sha(), "repo", repo),
                "base", Json.object("ref", pull.baseBranch(), "sha", pull.base().sha(), "repo", repo));
    }
}

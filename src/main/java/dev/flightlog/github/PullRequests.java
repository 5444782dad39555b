package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import dev.flightlog.github.rest.RestClient;
import dev.flightlog.github.rest.UrlEncoding;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pull requests and what they change (github.md: Repositories).
 *
 * @throws GitHubException from every method
 */
@Singleton
public class PullRequests {
    private final RestClient rest;

    PullRequests(RestClient rest) {
        this.rest = rest;
    }

    public List<OpenPullRequest> open(Access.Installation access, RepositoryName repository) {
        List<OpenPullRequest> open = new ArrayList<>();
        rest.pages(
                access,
                repository.path() + "/pulls?state=open&per_page=100",
                page -> page.forEach(pull -> open.add(pullRequest(pull))));
        return open;
    }

    /** The newest open ones into a branch, at most 100: one page. */
    public List<OpenPullRequest> newest(Access.Installation access, RepositoryName repository, String base) {
        List<OpenPullRequest> newest = new ArrayList<>();
        rest.get(access, repository.path() + "/pulls?state=open&per_page=100&base=" + UrlEncoding.segment(base))
                .forEach(pull -> newest.add(pullRequest(pull)));
        return newest;
    }

    public OpenPullRequest get(Access.Installation access, RepositoryName repository, int number) {
        return pullRequest(rest.get(access, repository.path() + "/pulls/" + number));
    }

    /** Files changed; GitHub lists at most 3,000. */
    public List<ChangedFile> changes(Access.Installation access, RepositoryName repository, int number) {
        List<ChangedFile> files = new ArrayList<>();
        rest.pages(
                access,
                repository.path() + "/pulls/" + number + "/files?per_page=100",
                page -> page.forEach(file -> files.add(changedFile(file))));
        return files;
    }

    /** Whether a pull request adds, changes, moves or removes a file. */
    public boolean touches(Access.Installation access, RepositoryName repository, int number, String path) {
        return changes(access, repository, number).stream().anyMatch(file -> file.concerns(path));
    }

    private static OpenPullRequest pullRequest(JsonNode pull) {
        return new OpenPullRequest(
                pull.path("number").asInt(),
                Fields.text(pull.path("head"), "sha"),
                Fields.text(pull.path("base"), "ref"),
                pull.path("draft").asBoolean(),
                author(pull.path("user")));
    }

    /** GitHub gives null for an account that is gone. */
    private static OpenPullRequest.@Nullable Author author(JsonNode user) {
        return user.hasNonNull("id")
                ? new OpenPullRequest.Author(user.path("id").asLong(), Fields.text(user, "login"))
                : null;
    }

    private static ChangedFile changedFile(JsonNode file) {
        return new ChangedFile(
                Fields.text(file, "filename"),
                Fields.text(file, "status"),
                Fields.textOrNull(file, "previous_filename"));
    }
}

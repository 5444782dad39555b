package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import dev.flightlog.github.rest.RequestFactory;
import dev.flightlog.github.rest.RestClient;
import dev.flightlog.github.rest.UrlEncoding;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Optional;

/**
 * Files of a repository, one at a time (github.md: Repositories).
 *
 * @throws GitHubException from every method
 */
@Singleton
public class RepoFiles {
    /** GitHub lists no more entries of a directory. */
    private static final int MAX_LISTING = 1_000;

    private final RestClient rest;
    private final RequestFactory requests;

    RepoFiles(RestClient rest, RequestFactory requests) {
        this.rest = rest;
        this.requests = requests;
    }

    /**
     * The file at a path.
     *
     * @param ref branch, tag or commit
     * @param max bytes; a larger file is not read
     */
    public RepoFile read(Access.Installation access, RepositoryName repository, String path, String ref, int max) {
        String address = repository.path() + "/contents/" + UrlEncoding.path(path) + "?ref=" + UrlEncoding.segment(ref);
        try {
            return file(access, address, rest.get(access, address), max);
        } catch (GitHubException refused) {
            if (!mayBeAbsence(refused.failure())) {
                throw refused;
            }
            if (isUnlisted(access, repository, path, ref)) {
                return new RepoFile.Absent();
            }
            throw contradiction(refused);
        }
    }

    /** GitHub says so of what is not there, of an empty repository, and now and then of what is there. */
    private static boolean mayBeAbsence(Failure failure) {
        return switch (failure) {
            case Failure.NotFound _ -> true;
            case Failure.Refused(int status, String _) -> status == 409 || status == 422;
            case Failure.Forbidden _,
                    Failure.MetricsPolicyOff _,
                    Failure.Suspended _,
                    Failure.Unauthorized _,
                    Failure.RateLimited _,
                    Failure.Unavailable _ -> false;
        };
    }

    /**
     * Whether the listings of the directories above a file, at the same commit, show that there is none of this name. A
     * 404 alone proves nothing: GitHub answers it when it hiccups, and for what it hides.
     */
    private boolean isUnlisted(Access.Installation access, RepositoryName repository, String path, String ref) {
        String directory = "";
        for (String name : path.split("/")) {
            JsonNode entries = listing(access, repository, directory, ref);
            if (!entries.isArray() || entries.size() >= MAX_LISTING) {
                return false;
            }
            if (entries.valueStream()
                    .noneMatch(entry -> Fields.text(entry, "name").equals(name))) {
                return true;
            }
            directory = directory.isEmpty() ? name : directory + "/" + name;
        }
        return false;
    }

    private JsonNode listing(Access.Installation access, RepositoryName repository, String directory, String ref) {
        String at = directory.isEmpty() ? "" : "/" + UrlEncoding.path(directory);
        try {
            return rest.get(access, repository.path() + "/contents" + at + "?ref=" + UrlEncoding.segment(ref));
        } catch (GitHubException refused) {
            throw mayBeAbsence(refused.failure()) ? contradiction(refused) : refused;
        }
    }

    /** GitHub's answers do not agree: it has trouble, and is asked again later. */
    private static GitHubException contradiction(GitHubException refused) {
        int status = switch (refused.failure()) {
            case Failure.Refused(int given, String _) -> given;
            default -> 404;
        };
        return new GitHubException(new Failure.Unavailable(status), "what is there", refused);
    }

    /** Commit at the end of a branch. */
    public String head(Access.Installation access, RepositoryName repository, String branch) {
        return Fields.text(rest.get(access, repository.path() + "/commits/" + UrlEncoding.path(branch)), "sha");
    }

    /** As {@link #head}; nothing for a repository that is listed without any branch. */
    public Optional<String> findHead(Access.Installation access, RepositoryName repository, String branch) {
        try {
            return Optional.of(head(access, repository, branch));
        } catch (GitHubException refused) {
            if (!mayBeAbsence(refused.failure())) {
                throw refused;
            }
            JsonNode branches = rest.get(access, repository.path() + "/branches?per_page=1");
            if (branches.isArray() && branches.isEmpty()) {
                return Optional.empty();
            }
            throw contradiction(refused);
        }
    }

    private RepoFile file(Access access, String address, JsonNode answer, int max) {
        if (!Fields.text(answer, "type").equals("file")) {
            return new RepoFile.Absent();
        }
        String sha = Fields.text(answer, "sha");
        long size = answer.path("size").asLong();
        if (size > max) {
            return new RepoFile.TooLarge(size, sha);
        }
        return new RepoFile.Content(bytes(access, address, answer), sha);
    }

    /** Above 1 MB the JSON answer has no content. */
    private byte[] bytes(Access access, String address, JsonNode answer) {
        if (Fields.text(answer, "encoding").equals("base64")) {
            return Base64.getMimeDecoder().decode(Fields.text(answer, "content"));
        }
        HttpRequest.Builder raw = requests.to(address)
                .setHeader("Accept", "application/vnd.github.raw+json")
                .GET();
        return rest.send(access, raw).body();
    }
}

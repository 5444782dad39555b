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
 * Files of a repository, one at a time (FACTS §11).
 *
 * @throws GitHubException from every method
 */
@Singleton
public class RepoFiles {
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
     * @param most bytes; a larger file is not read
     */
    public RepoFile read(Access.Installation access, RepositoryName repository, String path, String ref, int most) {
        String address = repository.path() + "/contents/" + UrlEncoding.path(path) + "?ref=" + UrlEncoding.segment(ref);
        try {
            return file(access, address, rest.get(access, address), most);
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.NotFound) {
                return new RepoFile.Absent();
            }
            throw refused;
        }
    }

    /** Commit at the end of a branch. */
    public String head(Access.Installation access, RepositoryName repository, String branch) {
        return Fields.text(rest.get(access, repository.path() + "/commits/" + UrlEncoding.path(branch)), "sha");
    }

    /** As {@link #head}; nothing for a repository without any commit, which GitHub tells by 404, 409 or 422. */
    public Optional<String> findHead(Access.Installation access, RepositoryName repository, String branch) {
        try {
            return Optional.of(head(access, repository, branch));
        } catch (GitHubException refused) {
            boolean empty = switch (refused.failure()) {
                case Failure.NotFound _ -> true;
                case Failure.Refused(int status, String _) -> status == 409 || status == 422;
                default -> false;
            };
            if (empty) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private RepoFile file(Access access, String address, JsonNode answer, int most) {
        if (!Fields.text(answer, "type").equals("file")) {
            return new RepoFile.Absent();
        }
        String sha = Fields.text(answer, "sha");
        long size = answer.path("size").asLong();
        if (size > most) {
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

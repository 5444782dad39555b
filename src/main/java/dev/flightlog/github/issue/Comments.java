package dev.flightlog.github.issue;

import dev.flightlog.github.Access;
import dev.flightlog.github.OwnApp;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Comments on issues and pull requests (github.md: Issues and comments), one request each.
 *
 * @throws GitHubException from every method
 */
@Singleton
public class Comments {
    private static final int PAGES = 30;

    private final RestClient rest;
    private final OwnApp app;

    Comments(RestClient rest, OwnApp app) {
        this.app = app;
        this.rest = rest;
    }

    public Comment create(Access.Installation access, RepositoryName repository, int issue, String body) {
        return Comment.of(
                rest.post(access, repository.path() + "/issues/" + issue + "/comments", Map.of("body", body)), app);
    }

    public Comment get(Access.Installation access, RepositoryName repository, long id) {
        return Comment.of(rest.get(access, path(repository, id)), app);
    }

    public Comment edit(Access.Installation access, RepositoryName repository, long id, String body) {
        return Comment.of(rest.patch(access, path(repository, id), Map.of("body", body)), app);
    }

    /**
     * The first comment on an issue that fits, among 3,000.
     *
     * @param since leaves out comments that were not touched after this moment, or null for all
     */
    public Optional<Comment> first(
            Access.Installation access,
            RepositoryName repository,
            int issue,
            @Nullable Instant since,
            Predicate<Comment> fits) {
        String query = since == null ? "" : "&since=" + since.truncatedTo(ChronoUnit.SECONDS);
        RestClient.Page page =
                rest.page(access, repository.path() + "/issues/" + issue + "/comments?per_page=100" + query);
        for (int pages = 1; ; pages++) {
            Optional<Comment> found = page.content()
                    .valueStream()
                    .map(each -> Comment.of(each, app))
                    .filter(fits)
                    .findFirst();
            if (found.isPresent() || page.next() == null || pages == PAGES) {
                return found;
            }
            page = rest.page(access, page.next());
        }
    }

    private static String path(RepositoryName repository, long id) {
        return repository.path() + "/issues/comments/" + id;
    }
}

package dev.flightlog.api;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a token that was believed speaks for. */
sealed interface TokenScope {
    /**
     * A workflow of GitHub Actions. Names change hands, so only ids open anything; the name is there for who asks about an
     * organization that is not known.
     *
     * @param repository owner and name
     * @param repositoryId GitHub's id; null where the token does not say
     * @param ownerId GitHub's id of the repository's owner; null where the token does not say
     * @param ref what the workflow runs on, such as {@code refs/heads/main}; null where the token does not say
     * @param event what set the workflow off; null where the token does not say
     * @param readByOthers whether the token itself says that the repository is public or internal
     */
    record Workflow(
            String repository,
            @Nullable String repositoryId,
            @Nullable String ownerId,
            @Nullable String ref,
            @Nullable String event,
            boolean readByOthers)
            implements TokenScope {
        private static final String BRANCH = "refs/heads/";

        boolean isOwnedBy(String login) {
            return repository.regionMatches(true, 0, login + "/", 0, login.length() + 1);
        }

        boolean isOf(long organizationId, long governanceRepositoryId) {
            return Long.toString(organizationId).equals(ownerId)
                    && Long.toString(governanceRepositoryId).equals(repositoryId);
        }

        /**
         * A pull request brings a workflow that nobody has reviewed yet, or sets one off that works with what the pull
         * request left for it ({@code workflow_run}).
         * <a href="https://docs.github.com/en/actions/reference/security/secure-use">Secure use</a>
         */
        boolean mayBeForPullRequest() {
            return event == null
                    || event.toLowerCase(Locale.ROOT).startsWith("pull_request")
                    || event.equalsIgnoreCase("workflow_run");
        }

        /** The branch that it runs on; null for a tag or a pull request. */
        @Nullable
        String branch() {
            return ref != null && ref.startsWith(BRANCH) ? ref.substring(BRANCH.length()) : null;
        }
    }

    /** A token of an issuer that knows no repositories: it names whole organizations, by login. */
    record Organizations(List<String> logins) implements TokenScope {
        public Organizations {
            logins = List.copyOf(logins);
        }

        boolean includes(String login) {
            return logins.stream().anyMatch(login::equalsIgnoreCase);
        }
    }

    /** In a token that names a repository, or that GitHub Actions issued, the claim {@code flightlog_org} says nothing. */
    static TokenScope of(Map<String, Object> claims) {
        String repository = text(claims.get("repository"));
        if (repository != null) {
            return new Workflow(
                    repository,
                    text(claims.get("repository_id")),
                    text(claims.get("repository_owner_id")),
                    text(claims.get("ref")),
                    text(claims.get("event_name")),
                    !"private".equals(claims.getOrDefault("repository_visibility", "private")));
        }
        return ApiConfiguration.isGitHubActions(String.valueOf(claims.get("iss")))
                ? new Organizations(List.of())
                : new Organizations(list(claims.get("flightlog_org")));
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim == null ? null : claim.toString();
    }

    private static List<String> list(@Nullable Object claim) {
        return switch (claim) {
            case String one -> List.of(one);
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}

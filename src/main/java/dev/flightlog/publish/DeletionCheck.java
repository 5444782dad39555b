package dev.flightlog.publish;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Repositories;
import jakarta.inject.Singleton;

/** Distinguishes a deleted post from a repository that the App can no longer see. */
@Singleton
class DeletionCheck {
    private static final int GONE = 410;

    private final Repositories repositories;

    DeletionCheck(Repositories repositories) {
        this.repositories = repositories;
    }

    /**
     * Returns if the post alone is missing.
     *
     * @throws GitHubException the failure itself if it means something else, or not found for the whole repository
     */
    void requireDeleted(PostRepository home, GitHubException failure) {
        boolean absent = switch (failure.failure()) {
            case Failure.NotFound _ -> true;
            case Failure.Refused(int status, String _) -> status == GONE;
            case Failure.Forbidden _,
                    Failure.MetricsPolicyOff _,
                    Failure.Suspended _,
                    Failure.Unauthorized _,
                    Failure.RateLimited _,
                    Failure.Unavailable _ -> false;
        };
        if (!absent) {
            throw failure;
        }
        repositories.get(home.access(), home.repository());
    }
}

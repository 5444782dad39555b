package dev.flightlog.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.github.OpenPullRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckSubjectTest {
    private static final String COMMIT = "a".repeat(40);
    private static final String OTHER = "b".repeat(40);

    @Test
    void ofSeveralPullRequestsTheOneThatCanComeIntoForceCounts() {
        OpenPullRequest elsewhere = new OpenPullRequest(3, COMMIT, "release", false, null);
        OpenPullRequest main = new OpenPullRequest(5, COMMIT, "main", true, null);

        assertThat(subject(origin(null, "main", OTHER), elsewhere, main)).isEqualTo(new CheckSubject.Pull(main));
    }

    @Test
    void aPushToTheDefaultBranchIsComparedWithWhatItHad() {
        assertThat(subject(origin(null, "main", OTHER))).isEqualTo(new CheckSubject.OnDefaultBranch(OTHER));
    }

    @Test
    void theHeadOfTheDefaultBranchIsKnownWithoutItsPush() {
        assertThat(CheckSubject.of(origin(null, null, null), List.of(), "main", COMMIT))
                .isEqualTo(new CheckSubject.OnDefaultBranch(null));
    }

    @Test
    void aPushElsewhereIsNoPullRequest() {
        assertThat(subject(origin(null, "draft", OTHER))).isEqualTo(new CheckSubject.OnBranch(OTHER));
    }

    @Test
    void anOlderHeadOfAPullRequestIsOutdated() {
        OpenPullRequest newer = new OpenPullRequest(7, OTHER, "main", false, null);

        assertThat(subject(origin(7, "draft", null), newer)).isEqualTo(new CheckSubject.Outdated(7, OTHER));
        assertThat(subject(origin(7, "draft", null))).isEqualTo(new CheckSubject.Closed(7));
    }

    private static CommitOrigin origin(@Nullable Integer pull, @Nullable String branch, @Nullable String before) {
        return new CommitOrigin(COMMIT, pull, branch, before, null);
    }

    private static CheckSubject subject(CommitOrigin origin, OpenPullRequest... open) {
        return CheckSubject.of(origin, List.of(open), "main", OTHER);
    }
}

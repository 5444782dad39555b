package dev.flightlog.check;

import dev.flightlog.github.OpenPullRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a commit is to the repository when it is looked at, which decides what its policy is compared with. */
sealed interface CheckSubject {
    /** Head of a pull request, from wherever. */
    record Pull(OpenPullRequest pull) implements CheckSubject {}

    /** Pushed to the default branch. {@code before} is null where it is not known. */
    record OnDefaultBranch(@Nullable String before) implements CheckSubject {}

    /** Pushed elsewhere, with no pull request. */
    record OnBranch(@Nullable String before) implements CheckSubject {}

    /** No longer the head of its pull request. */
    record Outdated(int pullRequest, String head) implements CheckSubject {}

    /** Its pull request is closed. */
    record Closed(int pullRequest) implements CheckSubject {}

    /**
     * Decides, with the pull requests that are open now. Of several with the same head the one into the default branch
     * counts, because only that one can come into force.
     */
    static CheckSubject of(
            CommitOrigin origin, List<OpenPullRequest> open, String defaultBranch, String defaultBranchHead) {
        Optional<OpenPullRequest> pull = open.stream()
                .filter(each -> each.headSha().equals(origin.commit()))
                .min(Comparator.comparing((OpenPullRequest each) -> !each.base().equals(defaultBranch))
                        .thenComparing(OpenPullRequest::number));
        if (pull.isPresent()) {
            return new Pull(pull.get());
        }
        if (defaultBranch.equals(origin.branch()) || origin.commit().equals(defaultBranchHead)) {
            return new OnDefaultBranch(defaultBranch.equals(origin.branch()) ? origin.before() : null);
        }
        Integer number = origin.pullRequest();
        if (number == null) {
            return new OnBranch(origin.before());
        }
        return open.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .<CheckSubject>map(newer -> new Outdated(number, newer.headSha()))
                .orElseGet(() -> new Closed(number));
    }
}

package dev.flightlog.governance;

import dev.flightlog.policy.EffectivePolicy;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyResult;
import dev.flightlog.policy.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy that holds, and whether the file on the default branch agrees.
 *
 * @param commit null while the defaults hold
 * @param since null while nothing was read
 * @param problems of the file on the default branch; none unless it is broken
 * @param policy what the file says, for people and teams by the names that they have now
 * @param unmatched names in the file that mean nobody, in its order
 * @param told what the file says, with the present name behind each name that its account has no more; only to be read
 */
public record PolicyInForce(
        PolicyResult.Valid file,
        @Nullable String commit,
        @Nullable Instant since,
        List<Problem> problems,
        Policy policy,
        List<PolicyName> unmatched,
        Policy told) {
    public static final PolicyInForce DEFAULTS = new PolicyInForce(PolicyResult.Valid.DEFAULTS, null, null, List.of());

    public PolicyInForce {
        problems = List.copyOf(problems);
        unmatched = List.copyOf(unmatched);
    }

    /** A policy in which nobody was renamed. */
    public PolicyInForce(
            PolicyResult.Valid file, @Nullable String commit, @Nullable Instant since, List<Problem> problems) {
        this(file, commit, since, problems, file.policy(), List.of(), file.policy());
    }

    /** What the file says, value by value. */
    public EffectivePolicy effective() {
        return EffectivePolicy.of(file, told);
    }

    /** False while nobody knows what the file says: the defaults hold, but nothing may be shown because they allow it. */
    public boolean wasRead() {
        return since != null;
    }

    /** True when the file on the default branch is not the one in force. */
    public boolean broken() {
        return !problems.isEmpty();
    }

    /** How a post names it: the short commit, or that there is none. */
    public String describe() {
        return commit == null ? "defaults" : commit.substring(0, Math.min(7, commit.length()));
    }
}

package dev.flightlog.governance;

import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyResult;
import dev.flightlog.policy.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policy in force of each organization: the last valid file of the default branch, else the defaults. */
@Singleton
public class Policies {
    private final GovernanceStore store;

    Policies(GovernanceStore store) {
        this.store = store;
    }

    public PolicyInForce inForce(long org) {
        PolicyFile file = store.policy(org);
        if (file == null) {
            return PolicyInForce.DEFAULTS;
        }
        return new PolicyInForce(valid(file), file.inForceCommit(), file.inForceSince(), problems(file));
    }

    /** A file that an older version accepted and this one does not counts as none. */
    private static PolicyResult.Valid valid(PolicyFile file) {
        byte @Nullable [] content = file.inForceContent();
        if (content == null) {
            return PolicyResult.Valid.DEFAULTS;
        }
        return switch (PolicyParser.parse(content)) {
            case PolicyResult.Valid valid -> valid;
            case PolicyResult.Invalid _ -> PolicyResult.Valid.DEFAULTS;
        };
    }

    private static List<Problem> problems(PolicyFile file) {
        byte @Nullable [] content = file.content();
        if (file.state() != PolicyFile.State.INVALID || content == null) {
            return List.of();
        }
        return switch (PolicyParser.parse(content)) {
            case PolicyResult.Valid _ -> List.of();
            case PolicyResult.Invalid invalid -> invalid.problems();
        };
    }
}

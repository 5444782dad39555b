package dev.flightlog.governance;

import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyResult;
import dev.flightlog.policy.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The policy in force of each organization: the last valid file of the default branch, else the defaults. */
@Singleton
public class Policies {
    private final GovernanceStore store;
    private final PolicyNames names;

    Policies(GovernanceStore store, PolicyNames names) {
        this.store = store;
        this.names = names;
    }

    /** Where a file that an older version accepted cannot be read any more, it counts as not read: nothing is shown by it. */
    public PolicyInForce inForce(long org) {
        PolicyFile file = store.policy(org);
        if (file == null) {
            return PolicyInForce.DEFAULTS;
        }
        return file.inForcePolicy()
                .map(valid -> inForce(org, file, valid))
                .orElseGet(() ->
                        new PolicyInForce(PolicyResult.Valid.DEFAULTS, file.inForceCommit(), null, problems(file)));
    }

    private PolicyInForce inForce(long org, PolicyFile file, PolicyResult.Valid valid) {
        PolicyNames.Resolved resolved = names.resolve(org, valid.policy());
        return new PolicyInForce(
                valid,
                file.inForceCommit(),
                file.inForceSince(),
                problems(file),
                resolved.policy(),
                resolved.unmatched(),
                resolved.told());
    }

    /** How long usage is kept, for erasing: never shorter than the policy that was in force a day ago. */
    public Duration retention(long org, Instant now) {
        PolicyFile file = store.policy(org);
        return file == null ? PolicyInForce.DEFAULTS.policy().privacy().retention() : file.retention(now);
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

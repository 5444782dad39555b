package dev.flightlog.check;

import java.util.Optional;

/** What a policy was tried on, or why on nothing. */
sealed interface DryRunResult {
    record Done(DryRun dryRun) implements DryRunResult {}

    /** Nothing changes. */
    record Nothing() implements DryRunResult {}

    record SeatsUnread() implements DryRunResult {}

    /** Nobody who may ask for these figures by a command asked. */
    record ForAdmins() implements DryRunResult {}

    /** Empty where it was not tried. */
    default Optional<DryRun> figures() {
        return this instanceof Done(DryRun dryRun) ? Optional.of(dryRun) : Optional.empty();
    }

    /** Why there are no figures though something changes; empty where there are, or nothing to say. */
    default String whyNone() {
        return switch (this) {
            case Done _, Nothing _ -> "";
            case SeatsUnread _ -> "No seats were read yet, so there is nothing to try it on.";
            case ForAdmins _ ->
                "What it would change in seats, costs and teams is for admins, as with commands. It is shown here"
                        + " where an admin opened the pull request and pushed the commit, or clicks *Re-run*.";
        };
    }
}

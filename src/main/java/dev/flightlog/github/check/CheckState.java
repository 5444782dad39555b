package dev.flightlog.github.check;

import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHCheckRun;

/** How far a check run is, and how it ended. */
public enum CheckState {
    QUEUED(GHCheckRun.Status.QUEUED, null),
    IN_PROGRESS(GHCheckRun.Status.IN_PROGRESS, null),
    SUCCESS(GHCheckRun.Status.COMPLETED, GHCheckRun.Conclusion.SUCCESS),
    NEUTRAL(GHCheckRun.Status.COMPLETED, GHCheckRun.Conclusion.NEUTRAL),
    SKIPPED(GHCheckRun.Status.COMPLETED, GHCheckRun.Conclusion.SKIPPED),
    CANCELLED(GHCheckRun.Status.COMPLETED, GHCheckRun.Conclusion.CANCELLED),
    ACTION_REQUIRED(GHCheckRun.Status.COMPLETED, GHCheckRun.Conclusion.ACTION_REQUIRED),
    FAILURE(GHCheckRun.Status.COMPLETED, GHCheckRun.Conclusion.FAILURE);

    private final GHCheckRun.Status status;
    private final GHCheckRun.@Nullable Conclusion conclusion;

    CheckState(GHCheckRun.Status status, GHCheckRun.@Nullable Conclusion conclusion) {
        this.status = status;
        this.conclusion = conclusion;
    }

    GHCheckRun.Status status() {
        return status;
    }

    GHCheckRun.@Nullable Conclusion conclusion() {
        return conclusion;
    }
}

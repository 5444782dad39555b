package dev.flightlog.governance;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The policy file as it stands on the default branch, beside the last valid one. */
record PolicyFile(
        State state,
        @Nullable String commit,
        byte @Nullable [] content,
        Instant readAt,
        @Nullable String inForceCommit,
        byte @Nullable [] inForceContent,
        Instant inForceSince) {
    /** What the file on the default branch is. */
    enum State {
        ABSENT,
        VALID,
        INVALID;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The file was read and holds; {@code content} is null when there is none, so that the defaults hold. */
    static PolicyFile inForce(@Nullable PolicyFile before, String commit, byte @Nullable [] content, Instant now) {
        if (before != null && Arrays.equals(before.inForceContent(), content)) {
            return new PolicyFile(
                    state(content), commit, content, now, before.inForceCommit(), content, before.inForceSince());
        }
        return new PolicyFile(state(content), commit, content, now, content == null ? null : commit, content, now);
    }

    private static State state(byte @Nullable [] content) {
        return content == null ? State.ABSENT : State.VALID;
    }

    /** The file was read and is broken: what was in force stays so. */
    static PolicyFile broken(@Nullable PolicyFile before, String commit, byte[] content, Instant now) {
        return new PolicyFile(
                State.INVALID,
                commit,
                content,
                now,
                before == null ? null : before.inForceCommit(),
                before == null ? null : before.inForceContent(),
                before == null ? now : before.inForceSince());
    }
}

package dev.flightlog.governance;

import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy file of the default branch, and the last valid one.
 *
 * @param absentSince when it was first seen to be gone, while what was in force still is; else null
 * @param kept a longer retention that was in force before; null where there is none
 */
record PolicyFile(
        State state,
        @Nullable String commit,
        byte @Nullable [] content,
        Instant readAt,
        @Nullable String inForceCommit,
        byte @Nullable [] inForceContent,
        Instant inForceSince,
        @Nullable Instant absentSince,
        @Nullable KeptRetention kept) {
    /** A file must be gone for so long, and seen to be so twice, before the defaults take the place of a policy. */
    private static final Duration GONE_FOR = Duration.ofMinutes(5);
    /** Erasing cannot be undone: who shortened the retention by mistake has a day. */
    private static final Duration SECOND_THOUGHTS = Duration.ofDays(1);
    /** What a policy can ask for at most. */
    private static final Duration MAX_RETENTION = Duration.ofDays(3_650);

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

    /** A retention that counts for erasing until a moment, though a shorter one is in force. */
    record KeptRetention(Duration retention, Instant until) {}

    /** The file was read and holds. */
    static PolicyFile valid(@Nullable PolicyFile before, String commit, byte[] content, Instant now) {
        return inForce(before, State.VALID, commit, content, now);
    }

    /** There is no file. Where one was in force it stays so until the second look, some minutes later. */
    static PolicyFile absent(@Nullable PolicyFile before, String commit, Instant now) {
        if (before == null || before.inForceContent == null) {
            return inForce(before, State.ABSENT, commit, null, now);
        }
        Instant since = before.absentSince == null ? now : before.absentSince;
        if (!now.isBefore(since.plus(GONE_FOR))) {
            return inForce(before, State.ABSENT, commit, null, now);
        }
        return new PolicyFile(
                State.ABSENT,
                commit,
                null,
                now,
                before.inForceCommit,
                before.inForceContent,
                before.inForceSince,
                since,
                before.kept);
    }

    /** The file was read and is broken: what was in force stays so. */
    static PolicyFile broken(@Nullable PolicyFile before, String commit, byte[] content, Instant now) {
        return new PolicyFile(
                State.INVALID,
                commit,
                content,
                now,
                before == null ? null : before.inForceCommit,
                before == null ? null : before.inForceContent,
                before == null ? now : before.inForceSince,
                null,
                before == null ? null : before.kept);
    }

    private static PolicyFile inForce(
            @Nullable PolicyFile before, State state, String commit, byte @Nullable [] content, Instant now) {
        if (before == null) {
            return new PolicyFile(
                    state, commit, content, now, content == null ? null : commit, content, now, null, null);
        }
        boolean same = Arrays.equals(before.inForceContent, content);
        return new PolicyFile(
                        state,
                        commit,
                        content,
                        now,
                        same ? before.inForceCommit : content == null ? null : commit,
                        content,
                        same ? before.inForceSince : now,
                        null,
                        null)
                .keeping(before, now);
    }

    private PolicyFile keeping(PolicyFile before, Instant now) {
        Duration longest = before.retention(now);
        KeptRetention longer = longest.compareTo(ownRetention()) <= 0
                ? null
                : before.ownRetention().compareTo(ownRetention()) > 0
                        ? new KeptRetention(longest, now.plus(SECOND_THOUGHTS))
                        : before.kept;
        return new PolicyFile(
                state, commit, content, readAt, inForceCommit, inForceContent, inForceSince, absentSince, longer);
    }

    /** When somebody has to look again, because the file is gone and what was in force before still is. */
    Optional<Instant> secondLookAt() {
        return Optional.ofNullable(absentSince).map(since -> since.plus(GONE_FOR));
    }

    /** The policy in force; nothing where this version cannot read what an older one accepted. */
    Optional<PolicyResult.Valid> inForcePolicy() {
        if (inForceContent == null) {
            return Optional.of(PolicyResult.Valid.DEFAULTS);
        }
        return switch (PolicyParser.parse(inForceContent)) {
            case PolicyResult.Valid valid -> Optional.of(valid);
            case PolicyResult.Invalid _ -> Optional.empty();
        };
    }

    /** What is older than this may be erased at that moment: no shorter than what was in force a day before. */
    Duration retention(Instant now) {
        Duration own = ownRetention();
        return kept != null && now.isBefore(kept.until()) && kept.retention().compareTo(own) > 0
                ? kept.retention()
                : own;
    }

    /** Where nobody knows what the policy says, nothing is erased that any policy could keep. */
    private Duration ownRetention() {
        return inForcePolicy()
                .map(PolicyResult.Valid::policy)
                .map(Policy::privacy)
                .map(Policy.Privacy::retention)
                .orElse(MAX_RETENTION);
    }
}

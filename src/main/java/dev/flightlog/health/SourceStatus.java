package dev.flightlog.health;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the last attempt to read a source went.
 *
 * @param succeededAt null while it never worked
 * @param cause why GitHub refused; null unless it did and a person must act
 * @param detail in words, for people; null when all is well
 * @param dataThrough latest day with data; null where days make no sense
 */
public record SourceStatus(
        Source source,
        Instant attemptedAt,
        @Nullable Instant succeededAt,
        Outcome outcome,
        @Nullable Cause cause,
        @Nullable String detail,
        @Nullable LocalDate dataThrough) {
    /** What came of an attempt. */
    public enum Outcome {
        /** Everything is here. */
        READ,
        /** GitHub has nothing yet. No error, and no zeros. */
        NO_DATA,
        /** A rate limit or an outage: reading resumes automatically. */
        LATER,
        /** A permission, a policy or a suspension: a person must act. */
        ASK_A_PERSON,
        /** It failed in a way that should not be. */
        FAILED
    }

    /** Why only a person can help. */
    public enum Cause {
        /** The installation lacks it. */
        PERMISSION,
        /** The policy "Copilot usage metrics" is off. */
        METRICS_POLICY,
        /** An owner suspended the installation. */
        SUSPENSION,
        /** GitHub does not believe who we are: the operator's to mend. */
        APP_KEY,
        /** The server's clock is off by more than a minute: the operator's to mend. */
        CLOCK,
        /** The organization lets only listed addresses in. */
        IP_ALLOW_LIST,
        /** SAML single sign-on keeps the app out. */
        SINGLE_SIGN_ON,
        /** The governance repository is archived. */
        ARCHIVED,
        /** The governance repository has no issues. */
        ISSUES_OFF,
        /** The issue or discussion is locked. */
        LOCKED,
        /** The category takes no posts. */
        CATEGORY;

        /** True for the words that servers before this version know. */
        boolean isOfOlderServers() {
            return switch (this) {
                case PERMISSION, METRICS_POLICY, SUSPENSION, APP_KEY -> true;
                case CLOCK, IP_ALLOW_LIST, SINGLE_SIGN_ON, ARCHIVED, ISSUES_OFF, LOCKED, CATEGORY -> false;
            };
        }
    }

    /** True when an attempt came to an end that waiting does not change: there is no reason to hold a post back. */
    public boolean settled() {
        return succeededAt != null || outcome == Outcome.ASK_A_PERSON || outcome == Outcome.FAILED;
    }
}

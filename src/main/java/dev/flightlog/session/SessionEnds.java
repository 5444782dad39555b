package dev.flightlog.session;

import dev.flightlog.organization.Organization;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Ends sessions and access tokens that something outside ends: GitHub, leaving the organization, or time. */
@Singleton
public class SessionEnds {
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final InstantSource clock;

    SessionEnds(Sessions sessions, AccessTokens tokens, InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The person took the App's authorization back on GitHub ({@code github_app_authorization.revoked}). */
    public void authorizationRevoked(long person) {
        sessions.endAll(person);
        tokens.revokeAll(person);
    }

    /** The person left the organization. */
    public void left(long org, long person) {
        sessions.left(org, person);
        tokens.left(org, person);
    }

    /** Forgets sessions that are over. */
    public void forgetSessions() {
        sessions.forgetEnded(clock.instant());
    }

    /**
     * Forgets an organization's access tokens that ended long enough ago.
     *
     * @param retention of the policy
     */
    public void forgetTokens(Organization organization, Duration retention) {
        Instant before = clock.instant().minus(retention);
        tokens.forgetEnded(organization.id(), before);
    }
}

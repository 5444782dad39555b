package dev.flightlog.session;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Starts, finds and ends sessions. They are in Postgres, so that every replica knows them. */
@Singleton
public class Sessions {
    /** How long a session lasts, used or not. */
    public static final Duration LIFE = Duration.ofHours(8);

    private static final int MAX_OF_A_PERSON = 10;
    private static final int MAX_USER_AGENT_LENGTH = 200;
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    private final SessionStore store;
    private final InstantSource clock;

    Sessions(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Starts a session with an id of its own, whatever session the browser had before.
     *
     * @param organizations ids of those in which GitHub just confirmed an active membership
     * @param userAgent what the browser calls itself
     * @return the session id, for the cookie; it is stored nowhere
     */
    public String start(long person, String login, Collection<Long> organizations, String userAgent) {
        String id = Secret.random();
        Instant now = clock.instant();
        String browser =
                userAgent.length() > MAX_USER_AGENT_LENGTH ? userAgent.substring(0, MAX_USER_AGENT_LENGTH) : userAgent;
        store.start(
                new Session(SessionHash.ofId(id), person, login, now, now, now.plus(LIFE), browser.replace("\0", "")),
                organizations,
                MAX_OF_A_PERSON);
        return id;
    }

    /** Who is signed in with this session id; nobody when it is unknown, over or ended. */
    public Optional<SignedIn> find(String id) {
        Instant now = clock.instant();
        Session session = store.find(SessionHash.ofId(id), now);
        if (session == null) {
            return Optional.empty();
        }
        if (session.seenAt().isBefore(now.minus(SEEN_EVERY))) {
            store.seen(session.hash(), now);
        }
        return Optional.of(new SignedIn(
                session.personId(),
                session.login(),
                session.hash(),
                Secret.derived(id, "csrf"),
                session.startedAt(),
                session.expiresAt()));
    }

    /** A person's sessions, newest first. */
    public List<Session> of(long person) {
        return store.ofPerson(person, clock.instant());
    }

    /** Ends one session of this person; another person's stays. */
    public void end(long person, SessionHash session) {
        store.end(person, session);
    }

    /** Ends every session of a person: they asked for it, or took the authorization back on GitHub. */
    public void endAll(long person) {
        store.endAll(person);
    }

    /** The person left the organization. A session that opens no other organization ends. */
    public void left(long org, long person) {
        store.leave(org, person);
    }

    /** Forgets sessions that are over. */
    public void forgetEnded(Instant now) {
        store.forgetEnded(now);
    }
}

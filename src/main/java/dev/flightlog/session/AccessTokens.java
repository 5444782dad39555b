package dev.flightlog.session;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Access tokens for the API: a person makes one for one organization, and the API answers with that person's own rights at
 * that moment. Only a hash is kept.
 */
@Singleton
public class AccessTokens {
    /** The longest life of a token. */
    public static final int MAX_DAYS = 90;

    /** How many live tokens a person may have. */
    public static final int MAX_TOKENS = 10;

    private static final int MAX_NAME = 60;
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private final AccessTokenStore store;
    private final InstantSource clock;

    AccessTokens(AccessTokenStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** True for a text that is meant to be an access token and no other kind of token. */
    public static boolean claims(String text) {
        return text.startsWith(TokenText.PREFIX);
    }

    /**
     * Makes a token.
     *
     * @param organization id of the organization that it reads; the caller has checked that the person sees it
     * @param name 1 to 60 characters after trimming
     * @param days 1 to 90
     */
    public TokenMade make(SignedIn person, long organization, String name, int days) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX_NAME || trimmed.chars().anyMatch(Character::isISOControl)) {
            return new TokenMade.BadName();
        }
        if (days < 1 || days > MAX_DAYS) {
            return new TokenMade.BadDays();
        }
        String text = TokenText.random();
        Instant now = clock.instant();
        AccessToken token = new AccessToken(
                organization,
                HexFormat.of().formatHex(Secret.hash(text)),
                person.personId(),
                person.login(),
                trimmed,
                now,
                now.plus(Duration.ofDays(days)),
                null,
                null);
        return store.add(token, MAX_TOKENS) ? new TokenMade.Made(token, text) : new TokenMade.TooMany();
    }

    /** The live token with this text, and notes that it was used. */
    public Optional<AccessToken> use(String text) {
        if (!TokenText.wellFormed(text)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<AccessToken> token =
                Optional.ofNullable(store.find(Secret.hash(text))).filter(found -> found.live(now));
        token.filter(found -> found.lastUsedAt() == null || found.lastUsedAt().isBefore(now.minus(USED_EVERY)))
                .ifPresent(found -> store.used(found, now));
        return token;
    }

    /** A person's tokens, newest first, those that ended among them. */
    public List<AccessToken> of(long person) {
        return store.ofPerson(person);
    }

    /**
     * Revokes one token of this person; another person's stays.
     *
     * @param hash names the token
     */
    public boolean revoke(long person, String hash) {
        return hash.matches("[0-9a-f]{64}") && store.revoke(person, hash, clock.instant());
    }

    /** The person took the authorization back on GitHub. */
    public void revokeAll(long person) {
        store.revokeAll(person, clock.instant());
    }

    /** The person left the organization. */
    public void left(long org, long person) {
        store.left(org, person, clock.instant());
    }

    /** Forgets tokens of an organization that ended before a moment: the end of the audit trail's retention. */
    public void forgetEnded(long org, Instant before) {
        store.forgetEnded(org, before);
    }
}

package dev.flightlog.web.account;

import dev.flightlog.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person's own sessions and access tokens.
 *
 * @param csrf the session's token for the forms
 * @param problem what was wrong with the form that was just sent; null for nothing
 * @param made the token that was just made, shown this once; null for none
 * @param organizations names of those for which a token can be made
 */
public record AccountPage(
        String login,
        String csrf,
        @Nullable String problem,
        @Nullable String made,
        List<SessionRow> sessions,
        List<TokenRow> tokens,
        List<String> organizations,
        int maxDays,
        int maxTokens,
        String publicUrl)
        implements Page {
    public AccountPage {
        sessions = List.copyOf(sessions);
        tokens = List.copyOf(tokens);
        organizations = List.copyOf(organizations);
    }

    @Override
    public String template() {
        return "account.jte";
    }

    /**
     * One session.
     *
     * @param browser in words, such as Firefox on Linux
     * @param current the one that asks
     */
    public record SessionRow(
            String hash, String browser, Instant since, Instant seen, Instant until, boolean current) {}

    /**
     * One access token.
     *
     * @param state in words: live, ended, revoked
     */
    public record TokenRow(
            String hash,
            String name,
            String organization,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed,
            String state,
            boolean live) {}

    @Override
    public String toString() {
        return "AccountPage[***]";
    }
}

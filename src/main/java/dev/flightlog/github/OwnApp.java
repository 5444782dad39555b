package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what the App itself made. A marker or a name can be copied by anybody who may write there;
 * the account that GitHub records as the author cannot.
 *
 * @throws GitHubException from every method, when GitHub does not say who the App is
 */
@Singleton
public class OwnApp {
    /** An App can be given another name. */
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final Installations installations;
    private final InstantSource clock;
    private @Nullable Known known;

    public OwnApp(Installations installations, InstantSource clock) {
        this.installations = installations;
        this.clock = clock;
    }

    /** GitHub's number of the App, which its check runs carry. */
    public long id() {
        return facts().id();
    }

    /**
     * Whether the App wrote an issue or a comment, as REST gives it: its bot is the author, and no other App is named.
     */
    public boolean wrote(JsonNode post) {
        AppFacts app = facts();
        JsonNode author = post.path("user");
        JsonNode via = post.path("performed_via_github_app").path("id");
        return Fields.text(author, "type").equals("Bot")
                && Fields.text(author, "login").equalsIgnoreCase(app.slug() + "[bot]")
                && (!via.isNumber() || via.asLong() == app.id());
    }

    private synchronized AppFacts facts() {
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.until())) {
            known = new Known(installations.app(), now.plus(KNOWN_FOR));
        }
        return known.app();
    }

    private record Known(AppFacts app, Instant until) {}
}

package dev.flightlog.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Payloads of deliveries that were set aside hold names and words of people; they go with the person. */
@Singleton
public class SetAsidePayloads {
    private static final JsonFactory JSON = new JsonFactory();

    private final DeliveryStore store;
    private final InstantSource clock;

    SetAsidePayloads(DeliveryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Forgets every payload in which one of the people is named, by id or by login, and closes its delivery: it cannot be
     * replayed any more. Payloads are read one at a time.
     *
     * @param ids GitHub's ids of people
     * @param logins their logins, in any case; may be empty
     * @return how many payloads were forgotten
     */
    public int forget(Set<Long> ids, Collection<String> logins) {
        Search search = new Search(ids, words(logins));
        int forgotten = 0;
        for (UUID guid : store.setAside()) {
            byte[] payload = store.setAsidePayload(guid);
            if (payload != null && search.isIn(payload)) {
                store.forgetPayload(guid, clock.instant());
                forgotten++;
            }
        }
        return forgotten;
    }

    /** A login as a word of its own: letters, digits and single hyphens make a login. */
    private static Pattern words(Collection<String> logins) {
        String any = logins.stream()
                .map(login -> Pattern.quote(login.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("|"));
        return Pattern.compile(any.isEmpty() ? "(?!)" : "(?<![a-z0-9_-])(?:" + any + ")(?![a-z0-9_-])");
    }

    private record Search(Set<Long> ids, Pattern logins) {
        /** What is no JSON is searched as text. */
        boolean isIn(byte[] payload) {
            try (JsonParser json = JSON.createParser(payload)) {
                for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                    if (isIn(json, token)) {
                        return true;
                    }
                }
                return false;
            } catch (IOException noJson) {
                return names(new String(payload, StandardCharsets.UTF_8));
            }
        }

        private boolean isIn(JsonParser json, JsonToken token) throws IOException {
            return switch (token) {
                case VALUE_STRING -> names(json.getText());
                case VALUE_NUMBER_INT -> isId(json.currentName()) && ids.contains(json.getValueAsLong());
                default -> false;
            };
        }

        private static boolean isId(@Nullable String field) {
            return field != null && (field.equals("id") || field.endsWith("_id"));
        }

        private boolean names(String text) {
            return logins.matcher(text.toLowerCase(Locale.ROOT)).find();
        }
    }
}

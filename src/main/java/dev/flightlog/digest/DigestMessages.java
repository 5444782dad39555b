package dev.flightlog.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;

/** Cards as the JSON that a chat takes. Pure; golden files are its specification. */
public final class DigestMessages {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private DigestMessages() {}

    /** The body of the request. */
    public static String json(ChatKind kind, DigestCard card) {
        try {
            return JSON.writeValueAsString(
                    switch (kind) {
                        case SLACK -> SlackMessage.of(card);
                        case TEAMS -> TeamsMessage.of(card);
                    });
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

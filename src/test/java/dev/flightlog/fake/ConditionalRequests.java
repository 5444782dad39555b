package dev.flightlog.fake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Entity tags: GET answers carry one, and {@code If-None-Match} gets 304 (github.md: Entity tags). */
final class ConditionalRequests {
    private ConditionalRequests() {}

    static Answer apply(Received received, Answer answer) {
        if (!received.method().equals("GET") || answer.status() != 200 || answer.body() == null) {
            return answer;
        }
        String tag = "W/\"" + digest(Json.bytes(answer.body())) + "\"";
        if (tag.equals(received.header("if-none-match"))) {
            return Answer.status(304).with("ETag", tag);
        }
        return answer.with("ETag", tag);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

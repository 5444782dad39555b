package dev.flightlog.command.answer;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Where and when a command was written.
 *
 * @param key of the comment, by which a repeated job knows what it did
 * @param issue number of the issue; nothing in a discussion
 */
public record CommentSource(String key, OptionalInt issue, Instant receivedAt) {}

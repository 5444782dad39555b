package dev.flightlog.fake.model;

import java.time.Instant;

/** One person's reaction, for example {@code +1}. */
public record Reaction(long id, Person by, String content, Instant createdAt) {}

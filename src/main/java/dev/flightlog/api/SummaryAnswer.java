package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A weekly summary; it names no person.
 *
 * @param week ISO week, such as 2026-W46
 * @param markdown as it was posted, else as it would be
 * @param figures the figures behind the words, an object
 * @param postedAt when it was first posted; null while it was not
 * @param url where it is; null while it is not posted
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SummaryAnswer(
        String week,
        String title,
        String markdown,
        Object figures,
        Instant madeAt,
        @Nullable Instant postedAt,
        @Nullable URI url) {}

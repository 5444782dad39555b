package dev.flightlog.fake.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A commit and the whole tree it stands for. */
public record Commit(
        String sha, @Nullable String parent, Person author, String message, Instant at, Map<String, String> files) {
    public Commit {
        files = Map.copyOf(files);
    }
}

package dev.flightlog.fake.model;

import org.jspecify.annotations.Nullable;

/** A label of a repository. */
public record Label(
        long id, String name, String color, @Nullable String description) {}

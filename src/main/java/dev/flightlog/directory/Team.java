package dev.flightlog.directory;

import org.jspecify.annotations.Nullable;

/** A team as it is now. Name and description are written by people. */
public record Team(long id, @Nullable Long parentId, String slug, String name, String description, String htmlUrl) {}

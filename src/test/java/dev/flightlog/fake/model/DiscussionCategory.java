package dev.flightlog.fake.model;

/** A category of discussions; GitHub has no API to make one. */
public record DiscussionCategory(long id, String name, String slug, String emoji, boolean answerable) {}

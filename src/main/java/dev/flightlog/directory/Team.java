package dev.flightlog.directory;

import org.jspecify.annotations.Nullable;

/**
 * A team as it is now. Name and description are written by people.
 *
 * @param secret GitHub shows it to its members and the owners only
 */
public record Team(
        long id,
        @Nullable Long parentId,
        String slug,
        String name,
        String description,
        String htmlUrl,
        boolean secret) {
    /** A team that every member of the organization sees. */
    public Team(long id, @Nullable Long parentId, String slug, String name, String description, String htmlUrl) {
        this(id, parentId, slug, name, description, htmlUrl, false);
    }
}

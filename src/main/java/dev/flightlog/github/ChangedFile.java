package dev.flightlog.github;

import org.jspecify.annotations.Nullable;

/**
 * A file that a pull request changes.
 *
 * @param status added, removed, modified, renamed, copied or changed
 * @param previousPath where it was before, if it was renamed
 */
public record ChangedFile(
        String path, String status, @Nullable String previousPath) {
    public boolean concerns(String other) {
        return path.equals(other) || other.equals(previousPath);
    }
}

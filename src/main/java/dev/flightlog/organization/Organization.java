package dev.flightlog.organization;

import dev.flightlog.github.Access;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organization that installed the app.
 *
 * @param id GitHub's id; the key everywhere, because names change
 * @param permissions what was granted: key to read, write or admin
 * @param firstSummaryAt null until the first summary is posted
 */
public record Organization(
        long id,
        String login,
        long installationId,
        State state,
        Map<String, String> permissions,
        Instant installedAt,
        @Nullable Instant firstSummaryAt) {
    public Organization {
        permissions = Map.copyOf(permissions);
    }

    /** What the installation allows. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        REMOVED
    }

    public boolean active() {
        return state == State.ACTIVE;
    }

    /** In the name of this organization's installation. */
    public Access.Installation access() {
        return Access.installation(installationId);
    }

    /** True when the installation was granted this, to read or more. */
    public boolean grants(String permission) {
        return permissions.containsKey(permission);
    }
}

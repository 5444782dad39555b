package dev.flightlog.github;

import java.util.Map;

/**
 * The app as GitHub knows it.
 *
 * @param slug its name in addresses
 * @param permissions what it asks organizations for
 */
public record AppFacts(long id, String slug, String url, Map<String, String> permissions) {
    public AppFacts {
        permissions = Map.copyOf(permissions);
    }
}

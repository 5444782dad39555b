package dev.flightlog.ingest;

import dev.flightlog.github.Access;

/**
 * Whose reports are read, and in whose name.
 *
 * @param organizationId GitHub's id of the organization
 * @param login its name, for the URL
 */
public record ReportOwner(long organizationId, String login, Access access) {
    public ReportOwner {
        if (organizationId <= 0) {
            throw new IllegalArgumentException("organizationId must be above 0, but is " + organizationId);
        }
        if (login.isBlank()) {
            throw new IllegalArgumentException("login must name the organization, but is blank");
        }
    }
}

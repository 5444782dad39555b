package dev.flightlog.ingest;

import dev.flightlog.github.Access;

/**
 * Whose reports are read, and in whose name.
 *
 * @param orgId GitHub's id of the organization
 * @param login its name, for the URL
 */
public record ReportOwner(long orgId, String login, Access access) {
    public ReportOwner {
        if (orgId <= 0) {
            throw new IllegalArgumentException("orgId must be above 0, but is " + orgId);
        }
        if (login.isBlank()) {
            throw new IllegalArgumentException("login must name the organization, but is blank");
        }
    }
}

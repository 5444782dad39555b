package dev.flightlog.review.act;

import dev.flightlog.github.InstallationFacts;
import dev.flightlog.github.Installations;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** Whether an owner granted the app to write seats. The manifest asks to read them only. */
@Singleton
public class WriteAccess {
    /** The permission that has to be granted at {@code write}. */
    public static final String PERMISSION = "organization_copilot_seat_management";

    private final Installations installations;
    private final OrganizationStore organizations;
    private final InstantSource clock;

    WriteAccess(Installations installations, OrganizationStore organizations, InstantSource clock) {
        this.installations = installations;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** From stored grants; GitHub does not report when a permission is revoked. */
    public static boolean known(Organization organization) {
        return granted(organization.permissions());
    }

    /** As {@link #known(Organization)}, as it is stored now: a job may have learned more since it loaded the organization. */
    boolean known(long org) {
        Organization organization = organizations.byId(org);
        return organization != null && known(organization);
    }

    /** Asked of GitHub now, and remembered, so that nothing is sent that must be refused. */
    boolean now(Organization organization) {
        InstallationFacts facts = installations.get(organization.installationId());
        if (facts.suspendedAt() == null && !facts.permissions().equals(organization.permissions())) {
            organizations.installed(
                    organization.id(),
                    organization.login(),
                    organization.installationId(),
                    facts.permissions(),
                    clock.instant());
        }
        return granted(facts.permissions());
    }

    private static boolean granted(Map<String, String> permissions) {
        return "write".equals(permissions.get(PERMISSION));
    }
}

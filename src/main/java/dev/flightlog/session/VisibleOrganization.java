package dev.flightlog.session;

import dev.flightlog.governance.Role;
import dev.flightlog.organization.Organization;

/**
 * An organization that a signed-in person may look at now.
 *
 * @param role member or admin, never outsider
 */
public record VisibleOrganization(Organization organization, Role role) {
    public VisibleOrganization {
        if (!role.covers(Role.MEMBER)) {
            throw new IllegalArgumentException("an outsider sees no organization");
        }
    }

    public boolean admin() {
        return role == Role.ADMIN;
    }
}

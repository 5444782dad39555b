package dev.flightlog.app;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.setup.InstallationLookup;
import dev.flightlog.setup.InstallationState;
import jakarta.inject.Singleton;

/** How far an installation is, from what was read of it. While Postgres is away nothing is known. */
@Singleton
final class Installed implements InstallationLookup {
    private final OrganizationStore organizations;
    private final GovernanceStore governance;

    Installed(OrganizationStore organizations, GovernanceStore governance) {
        this.organizations = organizations;
        this.governance = governance;
    }

    @Override
    public InstallationState state(long installationId) {
        try {
            Organization organization = organizations.byInstallation(installationId);
            return organization == null || !organization.active()
                    ? InstallationState.UNKNOWN
                    : governance(organization.id());
        } catch (DatabaseException away) {
            return InstallationState.UNKNOWN;
        }
    }

    private InstallationState governance(long org) {
        if (governance.isMissing(org)) {
            return InstallationState.MISSING;
        }
        return governance.repository(org) == null ? InstallationState.UNKNOWN : InstallationState.READY;
    }
}

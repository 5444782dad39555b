package dev.flightlog.app;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.governance.Adoption;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.setup.AdoptionState;
import dev.flightlog.setup.InstallationLookup;
import dev.flightlog.setup.InstallationState;
import jakarta.inject.Singleton;

/** How far an installation is, from what was read of it. While Postgres is away nothing is known. */
@Singleton
final class Installed implements InstallationLookup {
    private final OrganizationStore organizations;
    private final GovernanceStore governance;
    private final Adoption adoption;

    Installed(OrganizationStore organizations, GovernanceStore governance, Adoption adoption) {
        this.adoption = adoption;
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

    @Override
    public AdoptionState adopt(long installationId, long personId, String login) {
        Organization organization = organizations.byInstallation(installationId);
        Long candidate = organization == null ? null : governance.candidate(organization.id());
        if (organization == null || !organization.active() || candidate == null) {
            return AdoptionState.NOTHING_TO_ADOPT;
        }
        return switch (adoption.adopt(organization, candidate, personId, login)) {
            case Adoption.Outcome.Adopted _ -> AdoptionState.ADOPTED;
            case Adoption.Outcome.NotAnOwner _ -> AdoptionState.NOT_AN_OWNER;
            case Adoption.Outcome.NoCandidate _ -> AdoptionState.NOTHING_TO_ADOPT;
        };
    }

    private InstallationState governance(long org) {
        if (governance.isMissing(org)) {
            return governance.candidate(org) == null ? InstallationState.MISSING : InstallationState.UNCONFIRMED;
        }
        return governance.repository(org) == null ? InstallationState.UNKNOWN : InstallationState.READY;
    }
}

package dev.flightlog.api;

import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.GovernanceConfiguration;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;

/** Lets a token in to its own organization only. */
@Singleton
class OrganizationAccess {
    private final OrganizationStore organizations;
    private final AccessRules access;
    private final String governanceRepository;

    OrganizationAccess(OrganizationStore organizations, AccessRules access, GovernanceConfiguration governance) {
        this.organizations = organizations;
        this.access = access;
        this.governanceRepository = governance.governanceRepository();
    }

    /**
     * The organization, if the token opens it.
     *
     * @throws ProblemException 403 for every other organization, known or not; 404 where Flightlog is not installed in the
     *     token's own
     */
    Organization organization(Authentication caller, String login) {
        TokenScope grant = TokenScope.of(caller.getAttributes());
        if (!grant.speaksFor(login, governanceRepository)) {
            throw refused(login);
        }
        Organization organization = organizations.byLogin(login);
        if (organization == null || organization.state() == Organization.State.REMOVED) {
            throw ProblemException.notFound("Flightlog is not installed in " + login);
        }
        if (!grant.opens(organization, governanceRepository)) {
            throw refused(login);
        }
        return organization;
    }

    /** Whether people are named: as in posts, only where the governance repository is private and the policy says so. */
    boolean namesPeople(Organization organization) {
        return access.mayName(organization.id());
    }

    /** @throws ProblemException 403 where people are not named, because the answer would be about one person */
    void requireNames(Organization organization) {
        if (!namesPeople(organization)) {
            throw ProblemException.forbidden(
                    "people are not named here: the policy says privacy.names: never, or the policy file was not read"
                            + " yet, or the governance repository is not private");
        }
    }

    private ProblemException refused(String login) {
        return ProblemException.forbidden("this token does not speak for " + login
                + ": it must be a workflow's of its repository " + governanceRepository
                + ", or name it in the claim flightlog_org");
    }
}

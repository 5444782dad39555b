package dev.flightlog.api;

import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Lets a token in to its own organization only. */
@Singleton
class OrganizationAccess {
    private final OrganizationStore organizations;
    private final GovernanceStore governance;
    private final Policies policies;
    private final AccessRules access;

    OrganizationAccess(
            OrganizationStore organizations, GovernanceStore governance, Policies policies, AccessRules access) {
        this.organizations = organizations;
        this.governance = governance;
        this.policies = policies;
        this.access = access;
    }

    /**
     * The organization, if the token opens it.
     *
     * @throws ProblemException 403 for every other organization, known or not; 404 where Flightlog is not installed in the
     *     token's own
     */
    Organization organization(Authentication caller, String login) {
        return switch (TokenScope.of(caller.getAttributes())) {
            case TokenScope.Workflow workflow -> organization(workflow, login);
            case TokenScope.Organizations named -> organization(named, login);
        };
    }

    private Organization organization(TokenScope.Workflow workflow, String login) {
        Organization organization = installed(login);
        if (organization == null) {
            throw workflow.isOwnedBy(login) ? notInstalled(login) : refused(login);
        }
        GovernanceRepository repository = governance.lastKnown(organization.id());
        if (repository == null || !workflow.isOf(organization.id(), repository.id())) {
            throw refused(login);
        }
        if (workflow.isForPullRequest()) {
            throw ProblemException.forbidden("a workflow that a pull request sets off may not read the API of " + login
                    + ": anybody who opens one could change it");
        }
        String branch = workflow.branch();
        if (branch == null || !(branch.equals(repository.defaultBranch()) || isAllowed(organization, branch))) {
            throw ProblemException.forbidden(
                    "only workflows on the default branch of the governance repository may read" + " the API of "
                            + login + ", or on those in access.api_branches of its policy");
        }
        return organization;
    }

    private boolean isAllowed(Organization organization, String branch) {
        return policies.inForce(organization.id())
                .policy()
                .access()
                .apiBranches()
                .contains(branch);
    }

    private Organization organization(TokenScope.Organizations named, String login) {
        if (!named.includes(login)) {
            throw refused(login);
        }
        Organization organization = installed(login);
        if (organization == null) {
            throw notInstalled(login);
        }
        return organization;
    }

    private @Nullable Organization installed(String login) {
        Organization organization = organizations.byLogin(login);
        return organization == null || organization.state() == Organization.State.REMOVED ? null : organization;
    }

    /**
     * Whether people are named: as in posts, only where the governance repository is private and the policy says so; and
     * not where the token itself says that the repository is public.
     */
    boolean namesPeople(Authentication caller, Organization organization) {
        boolean everybodyReads = TokenScope.of(caller.getAttributes()) instanceof TokenScope.Workflow workflow
                && workflow.publicRepository();
        return !everybodyReads && access.mayName(organization.id());
    }

    /** @throws ProblemException 403 where people are not named, because the answer would be about one person */
    void requireNames(Authentication caller, Organization organization) {
        if (!namesPeople(caller, organization)) {
            throw ProblemException.forbidden(
                    "people are not named here: the policy says privacy.names: never, or the policy file was not read"
                            + " yet, or the governance repository is not private");
        }
    }

    private static ProblemException notInstalled(String login) {
        return ProblemException.notFound("Flightlog is not installed in " + login);
    }

    private static ProblemException refused(String login) {
        return ProblemException.forbidden("this token does not speak for " + login
                + ": it must be a workflow's of its governance repository, or name it in the claim flightlog_org");
    }
}

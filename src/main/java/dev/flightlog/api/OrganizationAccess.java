package dev.flightlog.api;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import dev.flightlog.github.GitHubException;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.session.AccessToken;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a token in to its own organization only, and a person to what that person may see now. */
@Singleton
public class OrganizationAccess {
    private final OrganizationStore organizations;
    private final DirectoryStore directory;
    private final GovernanceStore governance;
    private final Policies policies;
    private final AccessRules access;

    OrganizationAccess(
            OrganizationStore organizations,
            DirectoryStore directory,
            GovernanceStore governance,
            Policies policies,
            AccessRules access) {
        this.organizations = organizations;
        this.directory = directory;
        this.governance = governance;
        this.policies = policies;
        this.access = access;
    }

    /**
     * The organization, if the token may read all of it.
     *
     * @throws ProblemException as {@link #reader}, and 403 for a person who is not an admin
     */
    public Organization organization(Authentication caller, String login) {
        return switch (reader(caller, login)) {
            case Reader.OfEverything(Organization organization) -> organization;
            case Reader.Member _ ->
                throw ProblemException.forbidden("only an admin of " + login
                        + " may read this: an owner, or a member of a team in the policy's access.admin_teams");
        };
    }

    /**
     * Who reads, and how much of the organization.
     *
     * @throws ProblemException 403 for every other organization than the token's, known or not; 404 where Flightlog is
     * not
     *     installed in a workflow's own; 503 where GitHub has to be asked about a person and does not answer
     */
    public Reader reader(Authentication caller, String login) {
        return caller instanceof PersonAuthentication person
                ? person(person.token(), login)
                : new Reader.OfEverything(tool(caller, login));
    }

    /**
     * Every organization of which the token may read all, by login.
     *
     * @throws ProblemException 403 where there is none, and for a person who is not an admin
     */
    List<Organization> all(Authentication caller) {
        if (caller instanceof PersonAuthentication person) {
            Organization own = organizations.byId(person.token().organizationId());
            if (own == null) {
                throw opensNothing();
            }
            return List.of(organization(caller, own.login()));
        }
        List<Organization> all = organizations.active().stream()
                .filter(each -> opens(caller, each.login()))
                .sorted(Comparator.comparing(Organization::login, String.CASE_INSENSITIVE_ORDER))
                .toList();
        if (all.isEmpty()) {
            throw opensNothing();
        }
        return all;
    }

    private boolean opens(Authentication caller, String login) {
        boolean named = switch (TokenScope.of(caller.getAttributes())) {
            case TokenScope.Workflow workflow -> workflow.isOwnedBy(login);
            case TokenScope.Organizations several -> several.includes(login);
        };
        if (named) {
            tool(caller, login);
        }
        return named;
    }

    private static ProblemException opensNothing() {
        return ProblemException.forbidden("this token opens no organization here");
    }

    /** Whether a name is the reader's own. Everybody else's, known or not, takes the same way. */
    public boolean isSelf(Reader.Member reader, String login) {
        Person known = directory.personById(reader.organization().id(), reader.personId());
        return login.equalsIgnoreCase(known == null ? reader.login() : known.login());
    }

    /** A member's teams, by slug in lower case. */
    public Set<String> ownTeams(Reader.Member reader) {
        return directory.teamSlugsOf(reader.organization().id(), reader.personId()).stream()
                .filter(slug -> isOwnTeam(reader, slug))
                .map(slug -> slug.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /**
     * Whether a member is in a team. Only teams that the directory has them in are asked about, so others cost no time.
     */
    public boolean isOwnTeam(Reader.Member reader, String slug) {
        Organization organization = reader.organization();
        return directory.teamSlugsOf(organization.id(), reader.personId()).stream()
                        .anyMatch(slug::equalsIgnoreCase)
                && asking(() -> access.isInTeamRecently(organization, reader.personId(), reader.login(), slug));
    }

    private Reader person(AccessToken token, String login) {
        Organization organization = organizations.byId(token.organizationId());
        if (organization == null
                || !organization.active()
                || !organization.login().equalsIgnoreCase(login)) {
            throw notThisOne(login);
        }
        return switch (asking(() -> access.recentRoleOf(organization, token.personId(), token.login()))) {
            case ADMIN -> new Reader.OfEverything(organization);
            case MEMBER -> new Reader.Member(organization, token.personId(), token.login());
            case OUTSIDER -> throw notThisOne(login);
        };
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (GitHubException away) {
            throw ProblemException.unavailable(
                    "GitHub does not say now what the person may see; try again in a minute");
        }
    }

    private static ProblemException notThisOne(String login) {
        return ProblemException.forbidden("this access token does not open " + login
                + ": a token reads the one organization that it was made for, while its person is a member there");
    }

    private Organization tool(Authentication caller, String login) {
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
        if (workflow.mayBeForPullRequest()) {
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
     * Whether people are named: as in posts, only where the governance repository is private and the policy says so;
     * and not where the token itself says that the repository is public or internal.
     */
    public boolean namesPeople(Authentication caller, Organization organization) {
        boolean everybodyReads = TokenScope.of(caller.getAttributes()) instanceof TokenScope.Workflow workflow
                && workflow.readByOthers();
        return !everybodyReads && access.mayNameRecently(organization);
    }

    /** @throws ProblemException 403 where people are not named, because the answer would be about one person */
    public void requireNames(Authentication caller, Organization organization) {
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

package dev.flightlog.api;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import dev.flightlog.github.GitHubException;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.GovernanceConfiguration;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.session.AccessToken;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Lets a token in to its own organization only, and a person to what that person may see now. */
@Singleton
class OrganizationAccess {
    private final OrganizationStore organizations;
    private final DirectoryStore directory;
    private final AccessRules access;
    private final String governanceRepository;

    OrganizationAccess(
            OrganizationStore organizations,
            DirectoryStore directory,
            AccessRules access,
            GovernanceConfiguration governance) {
        this.organizations = organizations;
        this.directory = directory;
        this.access = access;
        this.governanceRepository = governance.governanceRepository();
    }

    /**
     * The organization, if the token may read all of it.
     *
     * @throws ProblemException as {@link #reader}, and 403 for a person who is no admin
     */
    Organization organization(Authentication caller, String login) {
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
     * @throws ProblemException 403 for every other organization than the token's, known or not; 404 where Flightlog is not
     *     installed in a workflow's own; 503 where GitHub has to be asked about a person and does not answer
     */
    Reader reader(Authentication caller, String login) {
        return caller instanceof PersonAuthentication person
                ? person(person.token(), login)
                : new Reader.OfEverything(workflow(caller, login));
    }

    /** Whether a name is the reader's own. Everybody else's, known or not, takes the same way. */
    boolean isSelf(Reader.Member reader, String login) {
        Person known = directory.personById(reader.organization().id(), reader.personId());
        return login.equalsIgnoreCase(known == null ? reader.login() : known.login());
    }

    /** A member's teams, by slug in lower case. */
    Set<String> ownTeams(Reader.Member reader) {
        return directory.teamSlugsOf(reader.organization().id(), reader.personId()).stream()
                .filter(slug -> isOwnTeam(reader, slug))
                .map(slug -> slug.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Whether a member is in a team. Only teams that the directory has them in are asked about, so others cost no time. */
    boolean isOwnTeam(Reader.Member reader, String slug) {
        Organization organization = reader.organization();
        return directory.teamSlugsOf(organization.id(), reader.personId()).stream().anyMatch(slug::equalsIgnoreCase)
                && asking(() -> access.isInTeam(organization, reader.personId(), reader.login(), slug));
    }

    private Reader person(AccessToken token, String login) {
        Organization organization = organizations.byId(token.organizationId());
        if (organization == null
                || !organization.active()
                || !organization.login().equalsIgnoreCase(login)) {
            throw notThisOne(login);
        }
        return switch (asking(() -> access.roleOf(organization, token.personId(), token.login()))) {
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

    private Organization workflow(Authentication caller, String login) {
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

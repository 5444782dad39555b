package dev.flightlog.governance;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Memberships;
import dev.flightlog.github.OrganizationMembership;
import dev.flightlog.github.PersonMembership;
import dev.flightlog.github.TeamMembership;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what. Commands and buttons ask GitHub each time; pages may rely on a positive answer of the last five
 * minutes, unless an event said since then that something changed about the person. The stored directory gives nobody a
 * right.
 *
 * @throws GitHubException from every method that asks, when GitHub does not answer
 */
@Singleton
public class AccessRules {
    private static final Duration RECENT = Duration.ofMinutes(5);

    private final DirectoryStore directory;
    private final Memberships memberships;
    private final Policies policies;
    private final PolicyNames names;
    private final RepositoryVisibility visibility;
    private final InstantSource clock;
    private final RecentAnswers recent = new RecentAnswers();

    AccessRules(
            DirectoryStore directory,
            Memberships memberships,
            Policies policies,
            PolicyNames names,
            RepositoryVisibility visibility,
            InstantSource clock) {
        this.directory = directory;
        this.memberships = memberships;
        this.policies = policies;
        this.names = names;
        this.visibility = visibility;
        this.clock = clock;
    }

    /** What a person may do in an organization, asked of GitHub now: for commands, buttons and changes. */
    public Role roleOf(Organization organization, long person, String login) {
        return ask(organization, person, login, adminTeams(organization));
    }

    /** As {@link #roleOf}, but a positive answer may be five minutes old: for pages and readers, which ask often. */
    public Role recentRoleOf(Organization organization, long person, String login) {
        List<Long> adminTeams = adminTeams(organization);
        RecentAnswers.Question question = RecentAnswers.Question.role(organization.id(), person, adminTeams);
        Role known = recent.answer(question, oldest(organization, person));
        if (known != null) {
            return known;
        }
        Instant asked = clock.instant();
        Role role = ask(organization, person, login, adminTeams);
        if (role.covers(Role.MEMBER)) {
            recent.keep(question, role, asked);
        }
        return role;
    }

    /** True for owners of the organization and for nobody else, asked of GitHub now. */
    public boolean isOwner(Organization organization, long person, String login) {
        return membership(organization, person, login).membership() == OrganizationMembership.OWNER;
    }

    /** True for members of the team, asked of GitHub now; a child team's members count, as GitHub says. */
    public boolean isInTeam(Organization organization, long person, String login, String slug) {
        PersonMembership now = membership(organization, person, login);
        return isMember(now.membership()) && askTeam(organization, now.login(), slug);
    }

    /** As {@link #isInTeam}, but a positive answer may be five minutes old. */
    public boolean isInTeamRecently(Organization organization, long person, String login, String slug) {
        RecentAnswers.Question question = RecentAnswers.Question.team(organization.id(), person, slug);
        if (recent.answer(question, oldest(organization, person)) != null) {
            return true;
        }
        Instant asked = clock.instant();
        boolean member = isInTeam(organization, person, login, slug);
        if (member) {
            recent.keep(question, Role.MEMBER, asked);
        }
        return member;
    }

    /**
     * True where the policy, once it was read, and the repository's visibility let people be named. GitHub is asked now
     * whether the repository is private: for posts.
     */
    public boolean mayName(Organization organization) {
        return policyNames(organization) && visibility.isPrivate(organization);
    }

    /** As {@link #mayName}, but that the repository is private may be five minutes old: for pages and the API. */
    public boolean mayNameRecently(Organization organization) {
        return policyNames(organization) && visibility.wasPrivateRecently(organization);
    }

    /** As {@link #mayName}, by what is stored: whether something that was posted has to be looked at again. */
    public boolean mayNameAsStored(Organization organization) {
        return policyNames(organization) && visibility.isStoredAsPrivate(organization);
    }

    /** True where GitHub says now that the governance repository is private. */
    public boolean isPrivate(Organization organization) {
        return visibility.isPrivate(organization);
    }

    private boolean policyNames(Organization organization) {
        PolicyInForce inForce = policies.inForce(organization.id());
        return inForce.wasRead() && inForce.policy().privacy().names() == Policy.Names.PRIVATE_REPOSITORY;
    }

    private Role ask(Organization organization, long person, String login, List<Long> adminTeams) {
        PersonMembership now = membership(organization, person, login);
        return switch (now.membership()) {
            case OWNER -> Role.ADMIN;
            case MEMBER ->
                adminTeams.stream()
                                .anyMatch(team -> isMember(memberships.ofTeam(
                                        organization.access(), organization.id(), team, now.login())))
                        ? Role.ADMIN
                        : Role.MEMBER;
            case PENDING, NONE -> Role.OUTSIDER;
        };
    }

    private PersonMembership membership(Organization organization, long person, String login) {
        return memberships.ofPerson(organization.access(), organization.login(), person, login);
    }

    private boolean askTeam(Organization organization, String login, String slug) {
        return isMember(memberships.ofTeam(organization.access(), organization.login(), slug, login));
    }

    private static boolean isMember(OrganizationMembership membership) {
        return membership == OrganizationMembership.OWNER || membership == OrganizationMembership.MEMBER;
    }

    private static boolean isMember(TeamMembership membership) {
        return membership == TeamMembership.MEMBER || membership == TeamMembership.MAINTAINER;
    }

    /** By id: a team that somebody makes under the name of one that is gone gives nobody a right. */
    private List<Long> adminTeams(Organization organization) {
        Policy written = policies.inForce(organization.id()).file().policy();
        names.bind(organization.id(), written);
        return names.adminTeams(organization.id(), written);
    }

    /** Answers from before this moment are too old to rely on. */
    private Instant oldest(Organization organization, long person) {
        Instant oldest = clock.instant().minus(RECENT);
        @Nullable Instant doubted = directory.doubtedAt(organization.id(), person);
        return doubted != null && doubted.isAfter(oldest) ? doubted : oldest;
    }
}

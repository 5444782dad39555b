package dev.flightlog.governance;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import dev.flightlog.github.Memberships;
import dev.flightlog.github.TeamMembership;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may do what: from the directory, and asked of GitHub again when the directory is older than an hour. */
@Singleton
public class AccessRules {
    private static final Duration FRESH = Duration.ofHours(1);

    private final DirectoryStore directory;
    private final SourceStatusStore readings;
    private final Memberships memberships;
    private final Policies policies;
    private final GovernanceStore governance;
    private final InstantSource clock;

    AccessRules(
            DirectoryStore directory,
            SourceStatusStore readings,
            Memberships memberships,
            Policies policies,
            GovernanceStore governance,
            InstantSource clock) {
        this.directory = directory;
        this.readings = readings;
        this.memberships = memberships;
        this.policies = policies;
        this.governance = governance;
        this.clock = clock;
    }

    /** What a person may do in an organization. */
    public Role roleOf(Organization organization, long person, String login) {
        return fresh(organization.id()) ? known(organization, person) : asked(organization, login);
    }

    /** True for members of the team; a child team's members count as GitHub says. */
    public boolean isInTeam(Organization organization, long person, String login, String slug) {
        if (fresh(organization.id())) {
            return lower(directory.teamSlugsOf(organization.id(), person)).contains(slug.toLowerCase(Locale.ROOT));
        }
        return isMember(memberships.ofTeam(organization.access(), organization.login(), slug, login));
    }

    /** True where the policy, once it was read, and the repository's visibility let people be named. */
    public boolean mayName(long org) {
        GovernanceRepository repository = governance.repository(org);
        PolicyInForce inForce = policies.inForce(org);
        return repository != null
                && repository.confidential()
                && inForce.wasRead()
                && inForce.policy().privacy().names() == Policy.Names.PRIVATE_REPOSITORY;
    }

    private Role known(Organization organization, long id) {
        Person person = directory.personById(organization.id(), id);
        if (person == null || !person.member()) {
            return Role.OUTSIDER;
        }
        Set<String> teams = lower(directory.teamSlugsOf(organization.id(), id));
        boolean admin = person.role() == Person.Role.ADMIN
                || adminTeams(organization).stream().anyMatch(teams::contains);
        return admin ? Role.ADMIN : Role.MEMBER;
    }

    private Role asked(Organization organization, String login) {
        return switch (memberships.ofOrganization(organization.access(), organization.login(), login)) {
            case OWNER -> Role.ADMIN;
            case MEMBER -> inAdminTeam(organization, login) ? Role.ADMIN : Role.MEMBER;
            case PENDING, NONE -> Role.OUTSIDER;
        };
    }

    private boolean inAdminTeam(Organization organization, String login) {
        return adminTeams(organization).stream()
                .anyMatch(
                        slug -> isMember(memberships.ofTeam(organization.access(), organization.login(), slug, login)));
    }

    private static boolean isMember(TeamMembership membership) {
        return membership == TeamMembership.MEMBER || membership == TeamMembership.MAINTAINER;
    }

    private List<String> adminTeams(Organization organization) {
        return policies.inForce(organization.id()).policy().access().adminTeams().stream()
                .map(slug -> slug.toLowerCase(Locale.ROOT))
                .toList();
    }

    private boolean fresh(long org) {
        @Nullable SourceStatus reading = readings.of(org).get(Source.DIRECTORY);
        @Nullable Instant read = reading == null ? null : reading.succeededAt();
        return read != null && read.isAfter(clock.instant().minus(FRESH));
    }

    private static Set<String> lower(Set<String> slugs) {
        return slugs.stream().map(slug -> slug.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}

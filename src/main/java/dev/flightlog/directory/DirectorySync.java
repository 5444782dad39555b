package dev.flightlog.directory;

import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.MemberRole;
import dev.flightlog.github.Memberships;
import dev.flightlog.github.Pace;
import dev.flightlog.github.PersonMembership;
import dev.flightlog.github.TeamFacts;
import dev.flightlog.github.TeamMembership;
import dev.flightlog.github.TeamRosters;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads who is in an organization and its teams. All of the network first, then one short transaction each. */
@Singleton
public class DirectorySync {
    private final Memberships memberships;
    private final TeamRosters rosters;
    private final DirectoryStore store;
    private final SourceStatusStore readings;
    private final JobQueue jobs;
    private final InstantSource clock;

    DirectorySync(
            Memberships memberships,
            TeamRosters rosters,
            DirectoryStore store,
            SourceStatusStore readings,
            JobQueue jobs,
            InstantSource clock) {
        this.jobs = jobs;
        this.memberships = memberships;
        this.rosters = rosters;
        this.store = store;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * Reads everything.
     *
     * @throws GitHubException when GitHub does not give it now; what is known stays. Where only a person can help, that
     * is
     *     noted instead
     * @throws EmptyListing when GitHub lists nobody
     */
    public void read(Organization organization) {
        try {
            Pace pace = Pace.ofReading(readings.everRead(organization.id(), Source.DIRECTORY));
            readPeople(organization, pace);
            readTeams(organization, pace);
            readings.read(organization.id(), Source.DIRECTORY, null);
        } catch (GitHubException refused) {
            if (!readings.failed(organization.id(), Source.DIRECTORY, refused.failure())) {
                throw refused;
            }
        }
    }

    private void readPeople(Organization organization, Pace pace) {
        Instant startedAt = clock.instant();
        Access.Installation access = organization.access();
        List<Person> people = new ArrayList<>();
        memberships.members(
                access,
                organization.login(),
                MemberRole.OWNERS,
                pace,
                person -> people.add(new Person(person.id(), person.login(), Person.Role.ADMIN)));
        memberships.members(
                access,
                organization.login(),
                MemberRole.OTHERS,
                pace,
                person -> people.add(new Person(person.id(), person.login(), Person.Role.MEMBER)));
        people.addAll(unlisted(organization, people));
        store.replacePeople(organization.id(), people.stream().distinct().toList(), startedAt);
    }

    /**
     * Members that the listing lacks although they are members: somebody slips from one page to one that was read
     * before when another leaves. Each is asked for; what GitHub says of one person is right.
     */
    private List<Person> unlisted(Organization organization, List<Person> listed) {
        Set<Long> ids = listed.stream().map(Person::id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return List.of();
        }
        return store.members(organization.id()).stream()
                .filter(member -> !ids.contains(member.id()))
                .flatMap(member -> stillMember(organization, member).stream())
                .toList();
    }

    private Optional<Person> stillMember(Organization organization, Person member) {
        PersonMembership now =
                memberships.ofPerson(organization.access(), organization.login(), member.id(), member.login());
        return switch (now.membership()) {
            case OWNER -> Optional.of(new Person(member.id(), now.login(), Person.Role.ADMIN));
            case MEMBER -> Optional.of(new Person(member.id(), now.login(), Person.Role.MEMBER));
            case PENDING, NONE -> Optional.empty();
        };
    }

    private void readTeams(Organization organization) {
        readTeams(organization, Pace.ONE_BY_ONE);
    }

    private void readTeams(Organization organization, Pace pace) {
        Instant startedAt = clock.instant();
        List<TeamFacts> teams = new ArrayList<>();
        memberships.teams(organization.access(), organization.login(), teams::add);
        teams.addAll(unlistedTeams(organization, teams));
        store.replaceTeams(
                organization.id(), teams.stream().map(DirectorySync::team).toList(), startedAt);
        readMembers(organization, teams, pace);
    }

    /** Of many teams at once, and one by one where GraphQL does not tell. */
    private void readMembers(Organization organization, List<TeamFacts> teams, Pace pace) {
        Instant startedAt = clock.instant();
        Map<Long, List<Long>> members = rosters.of(organization.access(), teams, pace);
        for (TeamFacts facts : teams) {
            List<Long> listed = members.get(facts.id());
            if (listed == null) {
                readMembers(organization, team(facts));
            } else {
                keepMembers(organization, team(facts), listed, startedAt);
            }
        }
    }

    /** Teams that slipped between two pages of the listing; see {@link #unlisted}. */
    private List<TeamFacts> unlistedTeams(Organization organization, List<TeamFacts> listed) {
        Set<Long> ids = listed.stream().map(TeamFacts::id).collect(Collectors.toSet());
        return store.teams(organization.id()).stream()
                .filter(known -> !ids.contains(known.id()))
                .flatMap(known -> memberships.teamById(organization.access(), organization.id(), known.id()).stream())
                .toList();
    }

    /** Reads one team again: what an event said about it may be old. */
    public void readTeam(Organization organization, long teamId) {
        Team known = store.teamById(organization.id(), teamId);
        if (known == null) {
            readTeams(organization);
            return;
        }
        try {
            Team team = team(memberships.team(organization.access(), organization.login(), known.slug()));
            if (team.id() != teamId) {
                readTeams(organization);
                return;
            }
            store.saveTeams(organization.id(), List.of(team), clock.instant());
            readMembers(organization, team);
        } catch (GitHubException refused) {
            if (!(refused.failure() instanceof Failure.NotFound)) {
                throw refused;
            }
            readTeams(organization);
        }
    }

    /** Reads one person's membership again, by id: what an event said about it, and the login in it, may be old. */
    public void readPerson(Organization organization, long id, String login) {
        Instant now = clock.instant();
        Person known = store.personById(organization.id(), id);
        PersonMembership membership = memberships.ofPerson(organization.access(), organization.login(), id, login);
        switch (membership.membership()) {
            case OWNER -> save(organization, new Person(id, membership.login(), Person.Role.ADMIN), known, now);
            case MEMBER -> save(organization, new Person(id, membership.login(), Person.Role.MEMBER), known, now);
            case NONE -> store.removePerson(organization.id(), id, membership.login(), now);
            case PENDING -> {
                // Who was only invited never left.
                if (known != null) {
                    store.removePerson(organization.id(), id, membership.login(), now);
                }
            }
        }
    }

    /** Whoever an event removed wrongly lost the teams too, which only the teams' own listings give back. */
    private void save(Organization organization, Person person, @Nullable Person known, Instant now) {
        store.savePeople(organization.id(), List.of(person), now);
        if (known != null && !known.member()) {
            jobs.enqueue(DirectoryJob.TYPE, new OrganizationJob(organization.id()));
        }
    }

    private void readMembers(Organization organization, Team team) {
        Instant startedAt = clock.instant();
        List<Long> members = new ArrayList<>();
        try {
            memberships.teamMembers(
                    organization.access(), organization.login(), team.slug(), person -> members.add(person.id()));
        } catch (GitHubException refused) {
            if (!(refused.failure() instanceof Failure.NotFound)) {
                throw refused;
            }
            // Deleted between the listing and now.
            store.removeTeam(organization.id(), team.id());
            return;
        }
        keepMembers(organization, team, members, startedAt);
    }

    private void keepMembers(Organization organization, Team team, List<Long> listed, Instant startedAt) {
        List<Long> members = new ArrayList<>(listed);
        members.addAll(unlistedMembers(organization, team, Set.copyOf(listed)));
        store.replaceTeamMembers(
                organization.id(), team.id(), members.stream().distinct().toList(), startedAt);
    }

    /** Members of the team who slipped between two pages of the listing; see {@link #unlisted}. */
    private List<Long> unlistedMembers(Organization organization, Team team, Set<Long> listed) {
        return store.membersOf(organization.id(), team.id()).stream()
                .filter(known -> !listed.contains(known.id()))
                .filter(known -> isMember(
                        memberships.ofTeam(organization.access(), organization.login(), team.slug(), known.login())))
                .map(Person::id)
                .toList();
    }

    private static boolean isMember(TeamMembership membership) {
        return membership == TeamMembership.MEMBER || membership == TeamMembership.MAINTAINER;
    }

    private static Team team(TeamFacts facts) {
        return new Team(
                facts.id(),
                facts.parentId(),
                facts.slug(),
                facts.name(),
                facts.description() == null ? "" : facts.description(),
                facts.url(),
                facts.secret());
    }
}

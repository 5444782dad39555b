package dev.flightlog.directory;

import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.MemberRole;
import dev.flightlog.github.Memberships;
import dev.flightlog.github.TeamFacts;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Reads who is in an organization and its teams. All of the network first, then one short transaction each. */
@Singleton
public class DirectorySync {
    private final Memberships memberships;
    private final DirectoryStore store;
    private final SourceStatusStore readings;
    private final InstantSource clock;

    DirectorySync(Memberships memberships, DirectoryStore store, SourceStatusStore readings, InstantSource clock) {
        this.memberships = memberships;
        this.store = store;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * Reads everything.
     *
     * @throws GitHubException when GitHub does not give it; what is known stays
     * @throws EmptyListing when GitHub lists nobody
     */
    public void read(Organization organization) {
        try {
            readPeople(organization);
            readTeams(organization);
            readings.read(organization.id(), Source.DIRECTORY, null);
        } catch (GitHubException refused) {
            readings.failed(organization.id(), Source.DIRECTORY, refused.failure());
            throw refused;
        }
    }

    private void readPeople(Organization organization) {
        Instant startedAt = clock.instant();
        Access.Installation access = organization.access();
        List<Person> people = new ArrayList<>();
        memberships.members(
                access,
                organization.login(),
                MemberRole.OWNERS,
                person -> people.add(new Person(person.id(), person.login(), Person.Role.ADMIN)));
        memberships.members(
                access,
                organization.login(),
                MemberRole.OTHERS,
                person -> people.add(new Person(person.id(), person.login(), Person.Role.MEMBER)));
        store.replacePeople(organization.id(), people.stream().distinct().toList(), startedAt);
    }

    private void readTeams(Organization organization) {
        Instant startedAt = clock.instant();
        List<Team> teams = new ArrayList<>();
        memberships.teams(organization.access(), organization.login(), team -> teams.add(team(team)));
        store.replaceTeams(organization.id(), teams, startedAt);
        teams.forEach(team -> readMembers(organization, team));
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

    /** Reads one person's membership again: what an event said about it may be old. */
    public void readPerson(Organization organization, long id, String login) {
        Instant now = clock.instant();
        switch (memberships.ofOrganization(organization.access(), organization.login(), login)) {
            case OWNER -> store.savePeople(organization.id(), List.of(new Person(id, login, Person.Role.ADMIN)), now);
            case MEMBER -> store.savePeople(organization.id(), List.of(new Person(id, login, Person.Role.MEMBER)), now);
            case NONE -> store.removePerson(organization.id(), id, login, now);
            case PENDING -> {
                // Who was only invited never left.
                if (store.personById(organization.id(), id) != null) {
                    store.removePerson(organization.id(), id, login, now);
                }
            }
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
        store.replaceTeamMembers(
                organization.id(), team.id(), members.stream().distinct().toList(), startedAt);
    }

    private static Team team(TeamFacts facts) {
        return new Team(
                facts.id(),
                facts.parentId(),
                facts.slug(),
                facts.name(),
                facts.description() == null ? "" : facts.description(),
                facts.url());
    }
}

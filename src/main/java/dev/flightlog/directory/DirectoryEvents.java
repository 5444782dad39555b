package dev.flightlog.directory;

import dev.flightlog.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event says about people and teams holds at once, and is read again from GitHub right after. */
@Singleton
public class DirectoryEvents {
    private final DirectoryStore store;
    private final JobQueue jobs;
    private final InstantSource clock;

    DirectoryEvents(DirectoryStore store, JobQueue jobs, InstantSource clock) {
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
    }

    public void member(long org, long person, String login, boolean present) {
        if (present) {
            keepRole(org, person, login);
        } else {
            store.removePerson(org, person, login, clock.instant());
        }
        readAgain(org, null, person, login);
    }

    public void teamMember(long org, long team, long person, String login, boolean present) {
        store.setTeamMember(org, team, person, present, clock.instant());
        readAgain(org, team, person, login);
    }

    public void team(long org, long team, boolean present) {
        if (!present) {
            store.removeTeam(org, team);
        }
        readAgain(org, team, null, null);
    }

    /** An owner who is added to something stays an owner. */
    private void keepRole(long org, long person, String login) {
        Person known = store.personById(org, person);
        Person.Role role = known != null && known.member() ? known.role() : Person.Role.MEMBER;
        store.savePeople(org, List.of(new Person(person, login, role)), clock.instant());
    }

    private void readAgain(long org, @Nullable Long team, @Nullable Long person, @Nullable String login) {
        String key = org + "/" + (team == null ? "" : team) + "/" + (person == null ? "" : person);
        jobs.enqueue(MembershipJob.TYPE, key, new MembershipJob.Data(org, team, person, login));
    }
}

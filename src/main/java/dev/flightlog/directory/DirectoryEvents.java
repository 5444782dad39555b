package dev.flightlog.directory;

import dev.flightlog.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What an event takes away is taken at once; what it gives, GitHub is asked about first, because an event may be old or sent
 * again. Either way GitHub's earlier answers about the person are not relied on any more.
 */
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
        store.doubt(org, person, clock.instant());
        if (!present) {
            store.removePerson(org, person, login, clock.instant());
        }
        readAgain(org, null, person, login);
    }

    public void teamMember(long org, long team, long person, String login, boolean present) {
        store.doubt(org, person, clock.instant());
        if (!present) {
            store.removeTeamMember(org, team, person);
        }
        readAgain(org, team, person, login);
    }

    public void team(long org, long team, boolean present) {
        store.doubtEverybody(org, clock.instant());
        if (!present) {
            store.removeTeam(org, team);
        }
        readAgain(org, team, null, null);
    }

    private void readAgain(long org, @Nullable Long team, @Nullable Long person, @Nullable String login) {
        String key = org + "/" + (team == null ? "" : team) + "/" + (person == null ? "" : person);
        jobs.enqueue(MembershipJob.TYPE, key, new MembershipJob.Data(org, team, person, login));
    }
}

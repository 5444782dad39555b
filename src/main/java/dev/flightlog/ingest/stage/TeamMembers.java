package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.InvalidReportException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of each team on one day, gathered from the rows of {@code user-teams-1-day}. */
public final class TeamMembers {
    private final LocalDate day;
    private final Map<Long, Team> teams = new HashMap<>();

    public TeamMembers(LocalDate day) {
        this.day = day;
    }

    /**
     * @throws InvalidReportException for a row of another day
     */
    public void add(@Nullable LocalDate rowDay, long teamId, String slug, long personId) {
        if (rowDay != null && !rowDay.equals(day)) {
            throw new InvalidReportException("day must be " + day + ", but is " + rowDay);
        }
        teams.computeIfAbsent(teamId, id -> new Team(id, slug)).add(personId);
    }

    /** Ascending by id. */
    public Collection<Team> teams() {
        return new TreeMap<>(teams).values();
    }

    /** A team and its people. */
    public static final class Team {
        private final long teamId;
        private final String slug;
        private long[] people = new long[16];
        private int size;

        private Team(long teamId, String slug) {
            this.teamId = teamId;
            this.slug = slug;
        }

        private void add(long personId) {
            if (size == people.length) {
                people = Arrays.copyOf(people, 2 * size);
            }
            people[size++] = personId;
        }

        public long teamId() {
            return teamId;
        }

        public String slug() {
            return slug;
        }

        /** Each once, ascending. */
        public long[] people() {
            Arrays.sort(people, 0, size);
            int kept = 0;
            for (int index = 0; index < size; index++) {
                if (kept == 0 || people[kept - 1] != people[index]) {
                    people[kept++] = people[index];
                }
            }
            size = kept;
            return Arrays.copyOf(people, size);
        }
    }
}

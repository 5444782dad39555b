package dev.flightlog.ingest.load;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongIntMap;
import com.carrotsearch.hppc.cursors.IntCursor;
import com.carrotsearch.hppc.cursors.LongIntCursor;
import dev.flightlog.ingest.stage.DayTeams;
import dev.flightlog.ingest.stage.DayTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Distinct people of a week, for the organization (team 0) and each team, gathered day by day. */
final class WeekPeople {
    private static final long ORGANIZATION = 0;

    /** By team the flags of each person, by their id. */
    private final Map<Long, LongIntMap> teams = new TreeMap<>();

    /**
     * @param flags of each person who has a row on the day, by their id, what they did: bits in the order of
     *     {@link DayTotals#PEOPLE}
     * @param members who was in which team on the day
     */
    void addDay(LongIntMap flags, List<DayTeams.Team> members) {
        LongIntMap organization = team(ORGANIZATION);
        for (LongIntCursor person : flags) {
            add(organization, person.key, person.value);
        }
        for (DayTeams.Team team : members) {
            LongIntMap known = team(team.teamId());
            for (long person : team.personIds()) {
                add(known, person, flags.get(person));
            }
        }
    }

    /** With no flags a person is only known. */
    private static void add(LongIntMap people, long person, int flags) {
        people.put(person, people.get(person) | flags);
    }

    private LongIntMap team(long teamId) {
        return teams.computeIfAbsent(teamId, _ -> new LongIntHashMap());
    }

    /** Column by column: team ids, people, then the people with each flag of {@link DayTotals#PEOPLE}. */
    List<List<Long>> columns() {
        List<List<Long>> columns = new ArrayList<>();
        for (int column = 0; column < 2 + DayTotals.PEOPLE.length; column++) {
            columns.add(new ArrayList<>());
        }
        teams.forEach((teamId, people) -> {
            long[] counts = count(people);
            columns.get(0).add(teamId);
            for (int column = 0; column < counts.length; column++) {
                columns.get(1 + column).add(counts[column]);
            }
        });
        return columns;
    }

    private static long[] count(LongIntMap people) {
        long[] counts = new long[1 + DayTotals.PEOPLE.length];
        counts[0] = people.size();
        for (IntCursor flags : people.values()) {
            for (int flag = 0; flag < DayTotals.PEOPLE.length; flag++) {
                counts[1 + flag] += (flags.value >> flag) & 1;
            }
        }
        return counts;
    }
}

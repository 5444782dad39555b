package dev.flightlog.ingest.load;

import dev.flightlog.ingest.stage.DayTeams;
import dev.flightlog.ingest.stage.DayTotals;
import dev.flightlog.ingest.stage.FlagsById;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Distinct people of a week, for the organization (team 0) and each team, gathered day by day. */
final class WeekPeople {
    private static final long ORGANIZATION = 0;

    private final Map<Long, FlagsById> teams = new TreeMap<>();

    /**
     * @param people who has a row on the day, and what they did: bits in the order of {@link DayTotals#PEOPLE}
     * @param members who was in which team on the day
     */
    void addDay(FlagsById people, List<DayTeams.Team> members) {
        people.each(team(ORGANIZATION)::add);
        for (DayTeams.Team team : members) {
            FlagsById known = team(team.teamId());
            for (long person : team.personIds()) {
                known.add(person, people.flags(person));
            }
        }
    }

    private FlagsById team(long teamId) {
        return teams.computeIfAbsent(teamId, _ -> new FlagsById());
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

    private static long[] count(FlagsById people) {
        long[] counts = new long[1 + DayTotals.PEOPLE.length];
        people.each((_, flags) -> {
            counts[0]++;
            for (int flag = 0; flag < DayTotals.PEOPLE.length; flag++) {
                counts[1 + flag] += (flags >> flag) & 1;
            }
        });
        return counts;
    }
}

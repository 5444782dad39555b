package dev.flightlog.ingest.stage;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongIntMap;
import java.util.Arrays;
import java.util.List;

/** Which teams each person was in on one day, in plain numbers: 100,000 people take a few megabytes. */
public final class DayTeams {
    /** A team's members, by id. */
    public record Team(long teamId, long[] personIds) {}

    private final long[] teamIds;
    private final int[] members;
    /** By person: where their list starts, plus one. */
    private final LongIntMap first;

    private final int[] teamOf;
    private final int[] next;

    public DayTeams(List<Team> teams) {
        int memberships =
                teams.stream().mapToInt(team -> team.personIds().length).sum();
        first = new LongIntHashMap(memberships);
        teamOf = new int[memberships];
        next = new int[memberships];
        teamIds = new long[teams.size() + 1];
        members = new int[teams.size() + 1];
        int membership = 0;
        for (int index = 1; index <= teams.size(); index++) {
            Team team = teams.get(index - 1);
            teamIds[index] = team.teamId();
            members[index] = team.personIds().length;
            for (long person : team.personIds()) {
                teamOf[membership] = index;
                next[membership] = first.put(person, membership + 1);
                membership++;
            }
        }
    }

    /** Teams, and the organization as number 0. */
    public int count() {
        return teamIds.length;
    }

    /** GitHub's id of a team; 0 for the organization. */
    public long teamId(int number) {
        return teamIds[number];
    }

    public int members(int number) {
        return members[number];
    }

    /** Puts the numbers of a person's teams into the array and gives how many there are; the array must be large enough. */
    public int teamsOf(long person, int[] numbers) {
        int count = 0;
        for (int entry = first.get(person); entry != 0 && count < numbers.length; entry = next[entry - 1]) {
            numbers[count++] = teamOf[entry - 1];
        }
        return count;
    }

    /** Longest list of teams that one person can have. */
    public int most() {
        return teamIds.length - 1;
    }

    @Override
    public String toString() {
        return "DayTeams[" + Arrays.stream(members).sum() + " memberships of " + most() + " teams]";
    }
}

package dev.flightlog.privacy;

import dev.flightlog.privacy.FormerRule.Team;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Teams as large companies have them: departments of six teams with two managers of their own, divisions of four
 * departments with three more. Parents are older than their children.
 */
public record TreeOfTeams(List<Team> teams) {
    private static final int TEAMS = 6;
    private static final int DEPARTMENTS = 4;
    private static final int UNIT = 1 + DEPARTMENTS * (1 + TEAMS);

    /** About that many teams of people 1 to {@code people}; some people are in no team. */
    public static TreeOfTeams of(int people, int teams) {
        int divisions = teams / UNIT;
        int perDivision = people / divisions;
        int size = (perDivision - 3 - 2 * DEPARTMENTS) / (TEAMS * DEPARTMENTS);
        List<Team> all = new ArrayList<>();
        long id = 1;
        long person = 1;
        for (int division = 0; division < divisions; division++) {
            long divisionId = id++;
            Set<Long> ofDivision = new HashSet<>();
            for (int department = 0; department < DEPARTMENTS; department++) {
                long departmentId = id++;
                Set<Long> ofDepartment = new HashSet<>();
                for (int team = 0; team < TEAMS; team++) {
                    Set<Long> members = range(person, size);
                    person += size;
                    all.add(new Team(id++, departmentId, members));
                    ofDepartment.addAll(members);
                }
                ofDepartment.addAll(range(person, 2));
                person += 2;
                all.add(new Team(departmentId, divisionId, ofDepartment));
                ofDivision.addAll(ofDepartment);
            }
            ofDivision.addAll(range(person, 3));
            person += 3;
            all.add(new Team(divisionId, null, ofDivision));
        }
        return new TreeOfTeams(all);
    }

    private static Set<Long> range(long first, int count) {
        return LongStream.range(first, first + count).boxed().collect(Collectors.toSet());
    }
}

package dev.flightlog.privacy;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.database.BinaryRows;
import dev.flightlog.database.Database;
import dev.flightlog.privacy.TeamOrder.Node;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads who counts: people with seats, their teams, and what they contributed to. */
@Singleton
class PopulationStore {
    private final Database database;

    PopulationStore(Database database) {
        this.database = database;
    }

    /** Everybody who holds a seat now, in the teams of now. */
    Population now(long org) {
        Map<Long, @Nullable Long> parents = parents(org);
        Population population = new Population(nodes(parents.keySet(), parents), 1);
        BinaryRows.each(
                database,
                "select person_id from seat where ended_at is null and org_id = " + org,
                row -> population.contribute(0, row.bigint(), Metric.SEATED.bit()));
        Map<Long, Members> members = new HashMap<>();
        BinaryRows.each(
                database,
                "select team_id, person_id from team_member join seat using (org_id, person_id)"
                        + " where seat.ended_at is null and org_id = " + org,
                row -> members.computeIfAbsent(row.bigint(), _ -> new Members()).add(row.bigint()));
        Map<Long, long[]> byTeam = new HashMap<>();
        members.forEach((team, people) -> byTeam.put(team, people.toArray()));
        population.members(0, byTeam);
        return population;
    }

    /** Teams that GitHub shows to their members and owners only. */
    Set<Long> secretTeams(long org) {
        return Set.copyOf(database.list(
                "select team_id from team where org_id = ? and secret", row -> row.number("team_id"), org));
    }

    /** Days of a week that have people's rows. */
    List<LocalDate> days(long org, IsoWeek week) {
        return database.list(
                "select day from usage_day where org_id = ? and team_id = 0 and day between ? and ? order by day",
                row -> row.date("day"),
                org,
                week.monday(),
                week.sunday());
    }

    /** How many rows the week's reports have, one a person and day. */
    long rows(long org, IsoWeek week) {
        return database.one(
                "select coalesce(sum(people), 0) as rows from usage_day where org_id = ? and team_id = 0 and day"
                        + " between ? and ?",
                row -> row.number("rows"),
                org,
                week.monday(),
                week.sunday());
    }

    /** Everybody named in the reports of some days, or who held a seat then. */
    Population on(long org, List<LocalDate> days) {
        List<Map<Long, long[]>> members =
                days.stream().map(day -> membersOn(org, day)).toList();
        Population population = new Population(
                nodes(members.stream().flatMap(day -> day.keySet().stream()).collect(Collectors.toSet()), parents(org)),
                days.size());
        for (int day = 0; day < days.size(); day++) {
            int number = day;
            population.members(day, members.get(day));
            BinaryRows.each(
                    database,
                    "select person_id, " + Metric.contributions() + " from usage_user_day where org_id = " + org
                            + " and day = '" + days.get(day) + "'",
                    row -> population.contribute(number, row.bigint(), row.integer()));
            seatHolders(org, days.get(day), person -> population.contribute(number, person, Metric.SEATED.bit()));
        }
        return population;
    }

    /** Who held a seat on that very day, as far as it is known. */
    private void seatHolders(long org, LocalDate day, SeatHolder holder) {
        BinaryRows.each(database, """
            select held.person_id
            from seat_held held
            left join seat_pause pause
              on pause.org_id = held.org_id and pause.person_id = held.person_id
             and '%2$s' between pause.since and pause.until
            where held.org_id = %1$d and '%2$s' between held.since and held.until and pause.person_id is null
            """.formatted(org, day), row -> holder.take(row.bigint()));
    }

    private Map<Long, long[]> membersOn(long org, LocalDate day) {
        Map<Long, long[]> members = new HashMap<>();
        BinaryRows.each(
                database,
                "select team_id, person_ids from usage_team_day where org_id = " + org + " and day = '" + day + "'",
                row -> members.put(row.bigint(), row.bigints()));
        return members;
    }

    private Map<Long, @Nullable Long> parents(long org) {
        Map<Long, @Nullable Long> parents = new HashMap<>();
        database.each(
                "select team_id, parent_id from team where org_id = ?",
                row -> new Node(row.number("team_id"), row.numberOrNull("parent_id")),
                team -> parents.put(team.id(), team.parent()),
                org);
        return parents;
    }

    private static List<Node> nodes(Set<Long> teams, Map<Long, @Nullable Long> parents) {
        List<Node> nodes = new ArrayList<>();
        teams.forEach(team -> nodes.add(new Node(team, parents.get(team))));
        return nodes;
    }

    @FunctionalInterface
    private interface SeatHolder {
        void take(long person);
    }

    /** Ids while they come in. */
    private static final class Members {
        private long[] people = new long[16];
        private int size;

        void add(long person) {
            if (size == people.length) {
                people = Arrays.copyOf(people, 2 * size);
            }
            people[size++] = person;
        }

        long[] toArray() {
            return Arrays.copyOf(people, size);
        }
    }
}

package dev.flightlog.ingest.load;

import dev.flightlog.copilot.Counter;
import dev.flightlog.copilot.Dimension;
import dev.flightlog.copilot.NameTable;
import dev.flightlog.copilot.UsageFlag;
import dev.flightlog.copilot.UserDay;
import dev.flightlog.database.Database;
import dev.flightlog.ingest.stage.BreakdownEntries;
import dev.flightlog.ingest.stage.BreakdownTotals;
import dev.flightlog.ingest.stage.DayScratch;
import dev.flightlog.ingest.stage.DayStage;
import dev.flightlog.ingest.stage.DayTeams;
import dev.flightlog.ingest.stage.DayTotals;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes and deletes whole days of usage: people, totals and breakdowns. Call inside a transaction. */
@Singleton
public class UsageDayStore {
    private static final UsageFlag[] FLAGS = UsageFlag.values();
    private static final String COUNTERS =
            Arrays.stream(Counter.values()).map(Counter::column).collect(Collectors.joining(", "));

    private static final String COPY_USER_DAYS = "copy usage_user_day (org_id, day, person_id, "
            + Arrays.stream(FLAGS).map(UsageFlag::column).collect(Collectors.joining(", ")) + ", " + COUNTERS
            + ", ai_credits, adoption_phase) from stdin (format binary)";

    private static final String COPY_DAYS = "copy usage_day (org_id, team_id, day, people, active_people, agent_people,"
            + " chat_people, cli_people, app_people, " + COUNTERS + ", ai_credits) from stdin (format binary)";

    private static final String COPY_BREAKDOWNS =
            "copy usage_breakdown (org_id, team_id, day, dimension, entries, interactions, generations, acceptances,"
                    + " loc_suggested_to_add, loc_added, loc_deleted, people) from stdin (format binary)";

    private static final int USER_DAY_COLUMNS = 3 + FLAGS.length + Counter.count() + 2;
    private static final int DAY_COLUMNS = 4 + DayTotals.PEOPLE.length + Counter.count() + 1;
    private static final int BREAKDOWN_COLUMNS = 6 + UserDay.BREAKDOWN_COUNTERS;

    private final Database database;

    UsageDayStore(Database database) {
        this.database = database;
    }

    public void deleteDay(long organizationId, LocalDate day) {
        Stream.of("usage_user_day", "usage_day", "usage_breakdown")
                .forEach(table ->
                        database.update("delete from " + table + " where org_id = ? and day = ?", organizationId, day));
    }

    public boolean hasDay(long organizationId, LocalDate day) {
        return database.exists(
                "select from usage_day where org_id = ? and team_id = 0 and day = ?", organizationId, day);
    }

    /** True where what is stored of the organization on a day adds up to the same. */
    boolean hasTotals(long organizationId, LocalDate day, DayTotals totals) {
        return database.exists(
                """
                select from usage_day
                 where org_id = ? and team_id = 0 and day = ? and people = ? and active_people = ?
                   and interactions = ? and generations = ? and acceptances = ? and loc_added = ? and loc_deleted = ?
                """,
                organizationId,
                day,
                totals.people(0),
                totals.people(0, 0),
                totals.counter(0, Counter.INTERACTIONS.ordinal()),
                totals.counter(0, Counter.GENERATIONS.ordinal()),
                totals.counter(0, Counter.ACCEPTANCES.ordinal()),
                totals.counter(0, Counter.LOC_ADDED.ordinal()),
                totals.counter(0, Counter.LOC_DELETED.ordinal()));
    }

    boolean hasDayAfter(long organizationId, LocalDate day) {
        return database.exists(
                "select from usage_day where org_id = ? and team_id = 0 and day > ?", organizationId, day);
    }

    /** One pass over the day's rows: each is stored, and counted for the organization and the person's teams. */
    public void writeDay(long organizationId, LocalDate day, DayStage stage, DayTeams teams, DayScratch scratch)
            throws IOException, SQLException {
        DayTotals totals = new DayTotals(teams.count());
        BreakdownTotals breakdowns = scratch.breakdowns();
        breakdowns.clear();
        int[] teamsOfPerson = new int[teams.most()];
        try (BinaryCopy copy = new BinaryCopy(database.startCopy(COPY_USER_DAYS))) {
            stage.each(day, (DayStage.Rows<SQLException>) row -> {
                write(copy, organizationId, day, row);
                totals.add(0, row);
                breakdowns.add(0, row);
                int count = teams.teamsOf(row.personId, teamsOfPerson);
                for (int index = 0; index < count; index++) {
                    totals.add(teamsOfPerson[index], row);
                    breakdowns.add(teamsOfPerson[index], row);
                }
                scratch.people().see(row);
            });
            copy.end();
        }
        writeTotals(organizationId, day, teams, totals);
        writeBreakdowns(organizationId, day, teams, scratch.symbols(), breakdowns);
    }

    private static void write(BinaryCopy copy, long organizationId, LocalDate day, UserDay row) throws SQLException {
        copy.row(USER_DAY_COLUMNS);
        copy.bigint(organizationId);
        copy.date(day);
        copy.bigint(row.personId);
        for (UsageFlag flag : FLAGS) {
            copy.flag(row.uses(flag));
        }
        for (long counter : row.counters) {
            copy.bigint(counter);
        }
        copy.numeric(row.credits);
        if (row.adoptionPhase < 0) {
            copy.nothing();
        } else {
            copy.smallint(row.adoptionPhase);
        }
    }

    private void writeTotals(long organizationId, LocalDate day, DayTeams teams, DayTotals totals) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(database.startCopy(COPY_DAYS))) {
            for (int team = 0; team < teams.count(); team++) {
                copy.row(DAY_COLUMNS);
                copy.bigint(organizationId);
                copy.bigint(teams.teamId(team));
                copy.date(day);
                copy.integer(team == 0 ? totals.people(0) : teams.members(team));
                for (int flag = 0; flag < DayTotals.PEOPLE.length; flag++) {
                    copy.integer(totals.people(team, flag));
                }
                for (int counter = 0; counter < Counter.count(); counter++) {
                    copy.bigint(totals.counter(team, counter));
                }
                copy.numeric(totals.credits(team));
            }
            copy.end();
        }
    }

    private void writeBreakdowns(
            long organizationId, LocalDate day, DayTeams teams, NameTable symbols, BreakdownTotals totals)
            throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(database.startCopy(COPY_BREAKDOWNS))) {
            totals.each(symbols, (BreakdownTotals.Groups<SQLException>) (team, dimension, entries) ->
                    write(copy, organizationId, teams.teamId(team), day, dimension, entries));
            copy.end();
        }
    }

    private static void write(
            BinaryCopy copy,
            long organizationId,
            long teamId,
            LocalDate day,
            Dimension dimension,
            BreakdownEntries entries)
            throws SQLException {
        copy.row(BREAKDOWN_COLUMNS);
        copy.bigint(organizationId);
        copy.bigint(teamId);
        copy.date(day);
        copy.text(dimension.text());
        copy.texts(entries.names(), entries.size());
        for (int counter = 0; counter < UserDay.BREAKDOWN_COUNTERS; counter++) {
            copy.bigints(entries.column(counter), 0, entries.size());
        }
        copy.bigints(entries.column(UserDay.BREAKDOWN_COUNTERS), 0, entries.size());
    }
}

package dev.flightlog.ingest.load;

import dev.flightlog.database.BinaryRows;
import dev.flightlog.database.Database;
import dev.flightlog.ingest.stage.DayTeams;
import dev.flightlog.ingest.stage.TeamMembers;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Who was in which team on which day. */
@Singleton
public class TeamDayStore {
    private static final String COPY =
            "copy usage_team_day (org_id, day, team_id, slug, person_ids) from stdin (format binary)";
    private static final int COLUMNS = 5;

    private final Database database;

    TeamDayStore(Database database) {
        this.database = database;
    }

    public DayTeams teams(long organizationId, LocalDate day) {
        return new DayTeams(members(organizationId, day));
    }

    List<DayTeams.Team> members(long organizationId, LocalDate day) {
        List<DayTeams.Team> teams = new ArrayList<>();
        BinaryRows.each(
                database,
                "select team_id, person_ids from usage_team_day where org_id = " + organizationId + " and day = '" + day
                        + "' order by team_id",
                row -> teams.add(new DayTeams.Team(row.bigint(), row.bigints())));
        return teams;
    }

    void deleteDay(long organizationId, LocalDate day) {
        database.update("delete from usage_team_day where org_id = ? and day = ?", organizationId, day);
    }

    /** Call inside a transaction. */
    void writeDay(long organizationId, LocalDate day, TeamMembers members) throws SQLException {
        try (BinaryCopy copy = new BinaryCopy(database.startCopy(COPY))) {
            for (TeamMembers.Team team : members.teams()) {
                long[] people = team.people();
                copy.row(COLUMNS);
                copy.bigint(organizationId);
                copy.date(day);
                copy.bigint(team.teamId());
                copy.text(team.slug());
                copy.bigints(people, 0, people.length);
            }
            copy.end();
        }
    }
}

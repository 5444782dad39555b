package dev.flightlog.cost;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** AI credits of teams by day, and of people by month, as the usage reports gave them. Who may see them is not asked here. */
@Singleton
public class TeamCreditsStore {
    private final Database database;

    TeamCreditsStore(Database database) {
        this.database = database;
    }

    /** What a team used on a day. */
    record TeamDay(long team, String slug, String name, LocalDate day, BigDecimal credits) {}

    /** What a person used in some days. */
    public record PersonCredits(String login, BigDecimal credits) {}

    /** The days with data of teams that are there now, both ends included. */
    List<TeamDay> days(long org, LocalDate first, LocalDate last) {
        return database.list(
                """
                select team_id, team.slug, team.name, day, ai_credits
                from usage_day join team using (org_id, team_id)
                where org_id = ? and day between ? and ?
                order by team_id, day
                """,
                row -> new TeamDay(
                        row.number("team_id"),
                        row.text("slug"),
                        row.text("name"),
                        row.date("day"),
                        row.decimal("ai_credits")),
                org,
                first,
                last);
    }

    /** People with AI credits in these days, both included, most credits first. */
    public List<PersonCredits> people(long org, LocalDate first, LocalDate last) {
        return database.list(
                """
                select login, sum(ai_credits) as credits
                from usage_user_day join person using (org_id, person_id)
                where org_id = ? and day between ? and ?
                group by person_id, login
                having sum(ai_credits) > 0
                order by credits desc, lower(login)
                """, row -> new PersonCredits(row.text("login"), row.decimal("credits")), org, first, last);
    }

    /** The most AI credits that one person used in these days, both included; zero where nobody used any. */
    BigDecimal mostOfOnePerson(long org, LocalDate first, LocalDate last) {
        BigDecimal most = database.first("""
            select coalesce(max(credits), 0) as most
            from (
                select sum(ai_credits) as credits
                from usage_user_day
                where org_id = ? and day between ? and ?
                group by person_id
            ) as person
            """, row -> row.decimal("most"), org, first, last);
        return most == null ? BigDecimal.ZERO : most;
    }
}

package dev.flightlog.cost;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** AI credits of teams by day, and of people by month, as the usage reports gave them. Who may see them is not asked here. */
@Singleton
public class TeamCreditsStore {
    private final Database database;

    TeamCreditsStore(Database database) {
        this.database = database;
    }

    /** What a team used on a day. */
    record TeamDay(long team, LocalDate day, BigDecimal credits) {}

    /** A team that is there now. */
    record NamedTeam(long id, String slug, String name) {}

    /** What a person used in some days. */
    public record PersonCredits(String login, BigDecimal credits) {}

    /** Teams that are there now. */
    List<NamedTeam> teams(long org) {
        return database.list(
                "select team_id, slug, name from team where org_id = ?",
                row -> new NamedTeam(row.number("team_id"), row.text("slug"), row.text("name")),
                org);
    }

    /** The days with data of teams, those that are gone included; both ends included. */
    List<TeamDay> days(long org, LocalDate first, LocalDate last) {
        return database.list(
                """
                select team_id, day, ai_credits
                from usage_day
                where org_id = ? and day between ? and ? and team_id <> 0
                """,
                row -> new TeamDay(row.number("team_id"), row.date("day"), row.decimal("ai_credits")),
                org,
                first,
                last);
    }

    /** People with AI credits in a month, most credits first. */
    public List<PersonCredits> people(long org, YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        return isAddedUp(org, first, last)
                ? database.list("""
                    select person.login, month_credits as credits
                    from usage_person join person using (org_id, person_id)
                    where org_id = ? and credits_month = ? and month_credits > 0
                    order by credits desc, lower(person.login)
                    """, TeamCreditsStore::person, org, first)
                : addUp(org, first, last);
    }

    /** What these people used in these days, both included, by their login in lower case. */
    Map<String, BigDecimal> of(long org, Collection<String> logins, LocalDate first, LocalDate last) {
        Map<String, BigDecimal> credits = new HashMap<>();
        if (!logins.isEmpty()) {
            database.each(
                    """
                    select lower(login) as login, sum(ai_credits) as credits
                    from usage_user_day join person using (org_id, person_id)
                    where org_id = ? and day between ? and ? and lower(login) = any(?::text[])
                    group by person_id, login
                    """,
                    row -> new PersonCredits(row.text("login"), row.decimal("credits")),
                    person -> credits.merge(person.login(), person.credits(), BigDecimal::add),
                    org,
                    first,
                    last,
                    logins.stream().map(login -> login.toLowerCase(Locale.ROOT)).toList());
        }
        return credits;
    }

    /** Whether what is stored of the month is by the days as they are now. */
    private boolean isAddedUp(long org, LocalDate first, LocalDate last) {
        return database.exists("""
            select from usage_month
            where org_id = ? and month = ?
              and stamp = (
                select md5(string_agg(usage_day::text, ',' order by day)) from usage_day
                where org_id = ? and team_id = 0 and day between ? and ?)
              and exists (select from usage_person where org_id = ? and credits_month = ?)
            """, org, first, org, first, last, org, first);
    }

    private List<PersonCredits> addUp(long org, LocalDate first, LocalDate last) {
        return database.list("""
            select login, credits
            from (
                select person_id, sum(ai_credits) as credits
                from usage_user_day
                where org_id = ? and day between ? and ?
                group by person_id
                having sum(ai_credits) > 0
            ) used
            join person on person.org_id = ? and person.person_id = used.person_id
            order by credits desc, lower(login)
            """, TeamCreditsStore::person, org, first, last, org);
    }

    /** The most AI credits that one person used in a month, whose first and last day these are; zero where nobody used any. */
    BigDecimal mostOfOnePerson(long org, LocalDate first, LocalDate last) {
        if (isAddedUp(org, first, last)) {
            return database.one(
                    "select coalesce(max(month_credits), 0) as most from usage_person where org_id = ? and"
                            + " credits_month = ?",
                    row -> row.decimal("most"),
                    org,
                    first);
        }
        return database.one("""
            select coalesce(max(credits), 0) as most
            from (
                select sum(ai_credits) as credits
                from usage_user_day
                where org_id = ? and day between ? and ?
                group by person_id
            ) as person
            """, row -> row.decimal("most"), org, first, last);
    }

    private static PersonCredits person(Row row) throws SQLException {
        return new PersonCredits(row.text("login"), row.decimal("credits"));
    }
}

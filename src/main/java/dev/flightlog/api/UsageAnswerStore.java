package dev.flightlog.api;

import dev.flightlog.api.PersonUsage.PersonDay;
import dev.flightlog.api.TeamHistory.TeamDay;
import dev.flightlog.api.UsageAnswer.Breakdowns;
import dev.flightlog.api.UsageAnswer.Entry;
import dev.flightlog.api.UsageAnswer.UsageDay;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Days of the organization, of a team and of a person. */
@Singleton
class UsageAnswerStore {
    private final Database database;

    UsageAnswerStore(Database database) {
        this.database = database;
    }

    /** The organization's days with data, oldest first. */
    List<UsageDay> organization(long org, Days days) {
        Map<LocalDate, Map<String, List<Entry>>> breakdowns = breakdowns(org, days);
        return database.list(
                "select * from usage_day where org_id = ? and team_id = 0 and day between ? and ? order by day",
                row -> usageDay(row, breakdowns.getOrDefault(row.date("day"), Map.of())),
                org,
                days.since(),
                days.until());
    }

    /** A team's days with data, oldest first; they are not all to be shown. */
    List<TeamDay> team(long org, long team, Days days) {
        return database.list("""
                select * from usage_day
                where org_id = ? and team_id = ? and day between ? and ?
                order by day
                """, UsageAnswerStore::teamDay, org, team, days.since(), days.until());
    }

    /** A person's days with data, oldest first. */
    List<PersonDay> person(long org, long person, Days days) {
        return database.list("""
                select * from usage_user_day
                where org_id = ? and person_id = ? and day between ? and ?
                order by day
                """, UsageAnswerStore::personDay, org, person, days.since(), days.until());
    }

    private Map<LocalDate, Map<String, List<Entry>>> breakdowns(long org, Days days) {
        Map<LocalDate, Map<String, List<Entry>>> breakdowns = new HashMap<>();
        database.each(
                """
                select day, dimension, value, interactions, generations, acceptances, loc_suggested_to_add
                  , loc_added, loc_deleted
                from usage_breakdown_day
                where org_id = ? and team_id = 0 and day between ? and ?
                order by day, dimension, generations desc, interactions desc, value
                """,
                row -> breakdowns
                        .computeIfAbsent(row.date("day"), _ -> new HashMap<>())
                        .computeIfAbsent(row.text("dimension"), _ -> new ArrayList<>())
                        .add(entry(row)),
                _ -> {},
                org,
                days.since(),
                days.until());
        return breakdowns;
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.text("value"),
                row.number("interactions"),
                row.number("generations"),
                row.number("acceptances"),
                row.number("loc_suggested_to_add"),
                row.number("loc_added"),
                row.number("loc_deleted"));
    }

    private static UsageDay usageDay(Row row, Map<String, List<Entry>> breakdowns) throws SQLException {
        return new UsageDay(
                row.date("day"),
                row.integer("people"),
                row.integer("active_people"),
                row.integer("agent_people"),
                row.integer("chat_people"),
                row.integer("cli_people"),
                row.integer("app_people"),
                totals(row),
                new Breakdowns(
                        breakdowns.getOrDefault("language", List.of()),
                        breakdowns.getOrDefault("editor", List.of()),
                        breakdowns.getOrDefault("model", List.of()),
                        breakdowns.getOrDefault("feature", List.of())));
    }

    private static TeamDay teamDay(Row row) throws SQLException {
        return new TeamDay(
                row.date("day"),
                row.integer("people"),
                row.integer("active_people"),
                row.integer("agent_people"),
                row.integer("chat_people"),
                row.integer("cli_people"),
                row.integer("app_people"),
                totals(row));
    }

    private static PersonDay personDay(Row row) throws SQLException {
        return new PersonDay(
                row.date("day"),
                row.flag("active"),
                row.flag("used_agent"),
                row.flag("used_chat"),
                row.flag("used_cli"),
                row.flag("used_app"),
                totals(row));
    }

    private static Totals totals(Row row) throws SQLException {
        long generations = row.number("completion_generations");
        long acceptances = row.number("completion_acceptances");
        return new Totals(
                row.number("interactions"),
                row.number("generations"),
                row.number("acceptances"),
                generations,
                acceptances,
                Totals.rate(acceptances, generations),
                row.number("loc_suggested_to_add"),
                row.number("loc_suggested_to_delete"),
                row.number("loc_added"),
                row.number("loc_deleted"),
                row.number("cli_sessions"),
                row.number("cli_requests"),
                row.number("cli_prompts"),
                row.number("app_sessions"),
                row.number("agent_sessions"),
                row.decimal("ai_credits"));
    }
}

package dev.flightlog.api.usage;

import dev.flightlog.api.Days;
import dev.flightlog.api.usage.PersonUsage.PersonDay;
import dev.flightlog.api.usage.TeamHistory.TeamDay;
import dev.flightlog.api.usage.UsageAnswer.Breakdowns;
import dev.flightlog.api.usage.UsageAnswer.Entry;
import dev.flightlog.api.usage.UsageAnswer.UsageDay;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Days of the organization, of a team and of a person. */
@Singleton
class UsageAnswerStore {
    private final Database database;

    UsageAnswerStore(Database database) {
        this.database = database;
    }

    /** The organization's days with data, oldest first. */
    List<UsageDay> organization(long org, Days days, Function<LocalDate, Suppressed> shown) {
        Map<LocalDate, Map<String, List<Entry>>> breakdowns = breakdowns(org, days, shown);
        return database.list(
                "select * from usage_day where org_id = ? and team_id = 0 and day between ? and ? order by day",
                row -> usageDay(row, breakdowns.getOrDefault(row.date("day"), Map.of()), shown.apply(row.date("day"))),
                org,
                days.since(),
                days.until());
    }

    /** A team's days with data, oldest first, with the figures that may be shown. */
    List<TeamDay> team(long org, long team, Days days, Function<LocalDate, Suppressed> shown) {
        return database.list(
                """
                select * from usage_day
                where org_id = ? and team_id = ? and day between ? and ?
                order by day
                """, row -> teamDay(row, shown.apply(row.date("day"))), org, team, days.since(), days.until());
    }

    /**
     * Languages, editors, models or features that at least so many people of a team used on one of these days, most people
     * first; by dimension.
     */
    Map<String, List<String>> namesOfTeam(long org, long team, Collection<LocalDate> days, int least) {
        Map<String, List<String>> names = new HashMap<>();
        database.each(
                """
                select dimension, value, max(people) as people
                from usage_breakdown_day
                where org_id = ? and team_id = ? and day = any(?::date[]) and value not in ('other', 'others')
                group by dimension, value
                having max(people) >= ?
                order by dimension, max(people) desc, value
                """,
                row -> Map.entry(row.text("dimension"), row.text("value")),
                each -> names.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(each.getValue()),
                org,
                team,
                days,
                least);
        return names;
    }

    /** A person's days with data, oldest first. */
    List<PersonDay> person(long org, long person, Days days) {
        return database.list("""
            select * from usage_user_day
            where org_id = ? and person_id = ? and day between ? and ?
            order by day
            """, UsageAnswerStore::personDay, org, person, days.since(), days.until());
    }

    private Map<LocalDate, Map<String, List<Entry>>> breakdowns(
            long org, Days days, Function<LocalDate, Suppressed> shown) {
        Map<LocalDate, Map<String, List<CountedEntry>>> counted = new HashMap<>();
        database.each(
                """
                select day, dimension, value, interactions, generations, acceptances, loc_suggested_to_add
                  , loc_added, loc_deleted, coalesce(people, 0) as people
                from usage_breakdown_day
                where org_id = ? and team_id = 0 and day between ? and ?
                order by day, dimension, generations desc, interactions desc, value
                """,
                row -> counted.computeIfAbsent(row.date("day"), _ -> new HashMap<>())
                        .computeIfAbsent(row.text("dimension"), _ -> new ArrayList<>())
                        .add(new CountedEntry(entry(row), row.integer("people"))),
                _ -> {},
                org,
                days.since(),
                days.until());
        return ShownBreakdowns.of(counted, shown);
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

    private static UsageDay usageDay(Row row, Map<String, List<Entry>> breakdowns, Suppressed shown)
            throws SQLException {
        return new UsageDay(
                row.date("day"),
                shown.shows(Metric.ACTIVE) ? row.integer("people") : null,
                shown.people(Metric.ACTIVE, row.integer("active_people")).orNull(),
                shown.people(Metric.AGENT, row.integer("agent_people")).orNull(),
                shown.people(Metric.CHAT, row.integer("chat_people")).orNull(),
                shown.people(Metric.CLI, row.integer("cli_people")).orNull(),
                shown.people(Metric.APP, row.integer("app_people")).orNull(),
                Totals.of(row, shown),
                new Breakdowns(
                        breakdowns.getOrDefault("language", List.of()),
                        breakdowns.getOrDefault("editor", List.of()),
                        breakdowns.getOrDefault("model", List.of()),
                        breakdowns.getOrDefault("feature", List.of())));
    }

    private static TeamDay teamDay(Row row, Suppressed shown) throws SQLException {
        return new TeamDay(
                row.date("day"),
                row.integer("people"),
                shown.people(Metric.ACTIVE, row.integer("active_people")).orNull(),
                shown.people(Metric.AGENT, row.integer("agent_people")).orNull(),
                shown.people(Metric.CHAT, row.integer("chat_people")).orNull(),
                shown.people(Metric.CLI, row.integer("cli_people")).orNull(),
                shown.people(Metric.APP, row.integer("app_people")).orNull(),
                Totals.of(row, shown));
    }

    private static PersonDay personDay(Row row) throws SQLException {
        return new PersonDay(
                row.date("day"),
                row.flag("active"),
                row.flag("used_agent"),
                row.flag("used_chat"),
                row.flag("used_cli"),
                row.flag("used_app"),
                Totals.of(row, Suppressed.nothing(0)));
    }
}

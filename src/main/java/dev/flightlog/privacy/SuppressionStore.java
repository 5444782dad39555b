package dev.flightlog.privacy;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.database.BinaryRows;
import dev.flightlog.database.Database;
import dev.flightlog.privacy.TeamVisibility.Reason;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decisions on what may be shown, as they were made, and by which data. */
@Singleton
class SuppressionStore {
    /** To be changed with the rule, so that what an older server decided is decided again. */
    private static final String RULE = "rule 2";

    private final Database database;

    SuppressionStore(Database database) {
        this.database = database;
    }

    /** Grows with each change of who is in which team and who holds a seat. */
    long version(long org) {
        Long version = database.first(
                "select version from membership_version where org_id = ?", row -> row.number("version"), org);
        return version == null ? 0 : version;
    }

    /** What was decided about the teams of now at this version and under this threshold; null for anything else. */
    @Nullable
    TeamVisibility now(long org, long version, int threshold) {
        List<Decided> decided = database.list(
                """
                select decided.team_id, decided.reason
                from team_visibility left join lateral unnest(team_ids, reasons) as decided (team_id, reason) on true
                where org_id = ? and version = ? and threshold = ?
                """,
                row -> new Decided(row.numberOrNull("team_id"), row.textOrNull("reason")),
                org,
                version,
                threshold);
        if (decided.isEmpty()) {
            return null;
        }
        Map<Long, Reason> reasons = new HashMap<>();
        decided.forEach(team -> team.into(reasons));
        return new TeamVisibility(reasons);
    }

    /** One row without a team where there are none. */
    private record Decided(@Nullable Long team, @Nullable String reason) {
        void into(Map<Long, Reason> reasons) {
            if (team != null && reason != null) {
                reasons.put(team, Reason.valueOf(reason));
            }
        }
    }

    void save(long org, long version, int threshold, TeamVisibility visibility) {
        List<Long> teams = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        visibility.teams().forEach((team, reason) -> {
            teams.add(team);
            reasons.add(reason.name());
        });
        database.update("""
            insert into team_visibility (org_id, threshold, version, team_ids, reasons)
            values (?, ?, ?, cast(? as bigint[]), cast(? as text[]))
            on conflict (org_id) do update
            set threshold = excluded.threshold, version = excluded.version
              , team_ids = excluded.team_ids, reasons = excluded.reasons
            """, org, threshold, version, teams, reasons);
    }

    /**
     * For each week with data a digest of what decides about it: reports, totals, and for the two latest weeks who is in
     * which team and holds a seat, because seats of last week may be listed today.
     */
    Map<IsoWeek, String> stamps(long org, Collection<IsoWeek> weeks) {
        Map<IsoWeek, String> stamps = new HashMap<>();
        database.each(
                """
                select usage_week.week, md5(concat_ws(' ', ?::text
                     , (select string_agg(concat_ws(' ', kind, day, digest, imported_at), ',' order by kind, day)
                        from report_import report
                        where report.org_id = usage_week.org_id and report.day >= week and report.first_day < week + 7
                          and kind in ('users-1-day', 'users-28-day', 'user-teams-1-day'))
                     , (select string_agg(usage_day::text, ',' order by day) from usage_day
                        where usage_day.org_id = usage_week.org_id and team_id = 0 and day between week and week + 6)
                     , (select min(first_seen_at) from seat where seat.org_id = ?)
                     , (select version from membership_version known
                        where known.org_id = usage_week.org_id and week >= (
                            select max(latest.week) - 7 from usage_week latest
                            where latest.org_id = known.org_id and latest.team_id = 0)))) as stamp
                from usage_week
                where org_id = ? and team_id = 0 and week = any(?::date[])
                """,
                row -> Map.entry(IsoWeek.of(row.date("week")), row.text("stamp")),
                week -> stamps.put(week.getKey(), week.getValue()),
                RULE,
                org,
                org,
                weeks.stream().map(IsoWeek::monday).toList());
        return stamps;
    }

    /** All weeks with data, newest first. */
    List<IsoWeek> weeks(long org) {
        return database.list(
                "select week from usage_week where org_id = ? and team_id = 0 order by week desc",
                row -> IsoWeek.of(row.date("week")),
                org);
    }

    /** Those of these weeks of which the decision is by this data and threshold. */
    Set<IsoWeek> decided(long org, int threshold, Map<IsoWeek, String> stamps) {
        Set<IsoWeek> decided = new HashSet<>();
        database.each(
                "select first_day, stamp from suppression where org_id = ? and grain = 'week' and threshold = ?",
                row -> Map.entry(IsoWeek.of(row.date("first_day")), row.text("stamp")),
                week -> {
                    if (week.getValue().equals(stamps.get(week.getKey()))) {
                        decided.add(week.getKey());
                    }
                },
                org,
                threshold);
        return decided;
    }

    void save(long org, IsoWeek week, List<LocalDate> days, String stamp, Suppression.Decided decided) {
        database.transact(() -> {
            database.update("""
                delete from suppression
                where org_id = ? and grain = 'day' and first_day between ? and ? and not first_day = any(?::date[])
                """, org, week.monday(), week.sunday(), days);
            save(org, "week", week.monday(), stamp, decided.week());
            for (int day = 0; day < days.size(); day++) {
                save(org, "day", days.get(day), "", decided.days().get(day));
            }
        });
    }

    private void save(long org, String grain, LocalDate first, String stamp, PeriodSuppression decided) {
        List<Long> teams = new ArrayList<>();
        List<Integer> few = new ArrayList<>();
        List<Integer> withheld = new ArrayList<>();
        decided.teams().forEach((team, suppressed) -> {
            teams.add(team);
            few.add(suppressed.few());
            withheld.add(suppressed.withheld());
        });
        database.update(
                """
                insert into suppression (org_id, grain, first_day, threshold, stamp, org_few, org_withheld
                                       , team_ids, few, withheld)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as bigint[]), cast(? as int[]), cast(? as int[]))
                on conflict (org_id, grain, first_day) do update
                set threshold = excluded.threshold, stamp = excluded.stamp, org_few = excluded.org_few
                  , org_withheld = excluded.org_withheld, team_ids = excluded.team_ids, few = excluded.few
                  , withheld = excluded.withheld
                """,
                org,
                grain,
                first,
                decided.threshold(),
                stamp,
                decided.organization().few(),
                decided.organization().withheld(),
                teams,
                few,
                withheld);
    }

    /** Decisions by first day. */
    Map<LocalDate, PeriodSuppression> read(long org, String grain, LocalDate from, LocalDate to) {
        Map<LocalDate, PeriodSuppression> decided = new HashMap<>();
        BinaryRows.each(database, """
            select first_day, threshold, org_few, org_withheld, team_ids, few, withheld
            from suppression
            where org_id = %d and grain = '%s' and first_day between '%s' and '%s'
            """.formatted(org, grain, from, to), row -> decided.put(row.date(), period(row)));
        return decided;
    }

    private static PeriodSuppression period(BinaryRows row) {
        int threshold = row.integer();
        Suppressed organization = new Suppressed(threshold, row.integer(), row.integer());
        long[] teams = row.bigints();
        int[] few = row.integers();
        int[] withheld = row.integers();
        Map<Long, Suppressed> byTeam = new HashMap<>();
        for (int team = 0; team < teams.length; team++) {
            byTeam.put(teams[team], new Suppressed(threshold, few[team], withheld[team]));
        }
        return new PeriodSuppression(threshold, organization, byTeam);
    }

    /** What was decided about the organization as a whole, by first day. */
    Map<LocalDate, Suppressed> organization(long org, String grain, LocalDate from, LocalDate to) {
        return byFirstDay("""
            select first_day, threshold, org_few as few, org_withheld as withheld
            from suppression
            where org_id = ? and grain = ? and first_day between ? and ?
            """, org, grain, from, to);
    }

    /** What was decided about a team, by first day; periods that do not know the team are left out. */
    Map<LocalDate, Suppressed> team(long org, long team, String grain, LocalDate from, LocalDate to) {
        return byFirstDay("""
            select first_day, threshold, few[place] as few, withheld[place] as withheld
            from suppression, array_position(team_ids, ?) as place
            where org_id = ? and grain = ? and first_day between ? and ? and place is not null
            """, team, org, grain, from, to);
    }

    private Map<LocalDate, Suppressed> byFirstDay(String sql, Object... parameters) {
        Map<LocalDate, Suppressed> decided = new HashMap<>();
        database.list(
                        sql,
                        row -> Map.entry(
                                row.date("first_day"),
                                new Suppressed(row.integer("threshold"), row.integer("few"), row.integer("withheld"))),
                        parameters)
                .forEach(period -> decided.put(period.getKey(), period.getValue()));
        return decided;
    }
}

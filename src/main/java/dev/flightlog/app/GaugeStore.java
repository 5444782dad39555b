package dev.flightlog.app;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of all organizations for the metrics, in two statements. */
@Singleton
class GaugeStore {
    /** From a week's Monday to the Friday after it: posts are made on Wednesday, and wait two days for missing data. */
    private static final int DAYS_TO_THE_LATEST_POST = 11;

    private final Database database;

    GaugeStore(Database database) {
        this.database = database;
    }

    /**
     * Active users are those of the last week that is over; while days of it are missing those of the week before, but
     * not longer than a post waits for such days.
     */
    List<OrganizationFigures> organizations(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate thisMonday = today.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        LocalDate overdue = today.minusDays(DAYS_TO_THE_LATEST_POST);
        return database.list(
                """
                select login
                     , governance_state = 'missing' as governance_missing
                     , (select seats from seat_day seat
                         where seat.org_id = org.org_id
                         order by day desc limit 1) as seats
                     , snapshot.seats_usd
                     , snapshot.idle_seats
                     , snapshot.idle_usd
                     , snapshot.saves_usd
                     , snapshot.saves_with_team_changes_usd
                     , snapshot.saving_condition
                     , (select active_people from usage_week usage
                         where usage.org_id = org.org_id and team_id = 0
                           and week between ? and ? and (days = 7 or week <= ?)
                         order by week desc limit 1) as active_users
                     , (select sum(ai_credits) from usage_day usage
                         where usage.org_id = org.org_id and team_id = 0 and day between ? and ?) as ai_credits
                from organization org
                left join cost_snapshot snapshot on snapshot.org_id = org.org_id
                where state = 'active'
                order by login
                """,
                GaugeStore::figures,
                thisMonday.minusWeeks(2),
                thisMonday.minusWeeks(1),
                overdue,
                today.withDayOfMonth(1),
                today);
    }

    /** Those that are read again and again; {@code history} and {@code posts} come to an end and do not age. */
    List<SourceAge> sources() {
        return database.list("""
            select login, source
                 , coalesce((data_through + 1)::timestamp at time zone 'UTC', succeeded_at) as newest
            from source_read
            join organization using (org_id)
            where state = 'active'
              and source not in ('history', 'posts')
              and (data_through is not null or succeeded_at is not null)
            order by login, source
            """, row -> new SourceAge(row.text("login"), row.text("source"), row.instant("newest")));
    }

    /**
     * Sources that need a person, with the cause's name; {@code unnamed} where GitHub gave none. Nothing of a suspended
     * installation is read: that is one trouble.
     */
    List<SourceTrouble> troubles() {
        return database.list("""
            select login, source, coalesce(problem, cause, 'unnamed') as problem
            from source_read
            join organization using (org_id)
            where state = 'active' and outcome in ('ask_a_person', 'failed') and source <> 'billing'
            union all
            select login, 'installation', 'suspension'
            from organization
            where state = 'suspended'
            order by login, source
            """, row -> new SourceTrouble(row.text("login"), row.text("source"), row.text("problem")));
    }

    private static OrganizationFigures figures(Row row) throws SQLException {
        return new OrganizationFigures(
                row.text("login"),
                row.flag("governance_missing"),
                row.integerOrNull("seats"),
                row.decimalOrNull("seats_usd"),
                row.integerOrNull("idle_seats"),
                row.decimalOrNull("idle_usd"),
                row.decimalOrNull("saves_usd"),
                row.decimalOrNull("saves_with_team_changes_usd"),
                row.textOrNull("saving_condition"),
                row.integerOrNull("active_users"),
                row.decimalOrNull("ai_credits"));
    }

    /** Null where nothing was read yet. */
    record OrganizationFigures(
            String login,
            boolean governanceMissing,
            @Nullable Integer seats,
            @Nullable BigDecimal seatCostUsd,
            @Nullable Integer idleSeats,
            @Nullable BigDecimal idleSpendUsd,
            @Nullable BigDecimal idleSavingUsd,
            @Nullable BigDecimal idleSavingWithTeamChangesUsd,
            @Nullable String savingCondition,
            @Nullable Integer activeUsers,
            @Nullable BigDecimal aiCredits) {}

    /** A source that needs a person, and why. */
    record SourceTrouble(String login, String source, String problem) {}

    /** When the newest data of a source are from. */
    record SourceAge(String login, String source, Instant newest) {}
}

package dev.flightlog.usage;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;

/** What one person did in a span of days. */
@Singleton
public class PersonUsageStore {
    private final Database database;

    PersonUsageStore(Database database) {
        this.database = database;
    }

    public PersonUsage between(long org, long person, LocalDate first, LocalDate last) {
        return database.one("""
            select count(*) filter (where active)     as active_days
                 , count(*) filter (where used_agent) as agent_days
                 , count(*) filter (where used_chat)  as chat_days
                 , count(*) filter (where used_cli)   as cli_days
                 , coalesce(sum(interactions), 0)           as prompts
                 , coalesce(sum(completion_generations), 0) as completions_shown
                 , coalesce(sum(completion_acceptances), 0) as completions_accepted
                 , coalesce(sum(loc_added), 0)              as lines_added
                 , coalesce(sum(ai_credits), 0)             as ai_credits
            from usage_user_day
            where org_id = ? and person_id = ? and day between ? and ?
            """, row -> usage(row, first, last), org, person, first, last);
    }

    private static PersonUsage usage(Row row, LocalDate first, LocalDate last) throws SQLException {
        return new PersonUsage(
                first,
                last,
                row.integer("active_days"),
                row.integer("agent_days"),
                row.integer("chat_days"),
                row.integer("cli_days"),
                row.number("prompts"),
                row.number("completions_shown"),
                row.number("completions_accepted"),
                row.number("lines_added"),
                row.decimal("ai_credits"));
    }
}

package dev.flightlog.api.usage;

import dev.flightlog.database.Database;
import dev.flightlog.directory.Person;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** People that the usage reports name. */
@Singleton
class PersonUsageStore {
    private final Database database;

    PersonUsageStore(Database database) {
        this.database = database;
    }

    /** Somebody by login, whatever its case. */
    @Nullable
    Person byLogin(long org, String login) {
        return database.first(
                """
                select person_id, login from usage_person
                where org_id = ? and lower(login) = lower(?)
                order by last_active_day desc nulls last limit 1
                """, row -> new Person(row.number("person_id"), row.text("login"), Person.Role.NONE), org, login);
    }

    /** Last UTC day with activity that was ever reported. */
    @Nullable
    LocalDate lastActiveDay(long org, long person) {
        return database.first("""
            select last_active_day from usage_person
            where org_id = ? and person_id = ? and last_active_day is not null
            """, row -> row.date("last_active_day"), org, person);
    }
}

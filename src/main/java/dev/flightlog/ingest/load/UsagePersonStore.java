package dev.flightlog.ingest.load;

import dev.flightlog.database.Database;
import dev.flightlog.ingest.stage.PeopleSeen;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people named in reports, and when each was last active. */
@Singleton
class UsagePersonStore {
    private final Database database;

    UsagePersonStore(Database database) {
        this.database = database;
    }

    /**
     * @param latest true where these rows are the newest ones known, so that their logins are
     */
    void remember(long organizationId, Map<Long, PeopleSeen.Sighting> sightings, boolean latest) {
        List<Long> people = new ArrayList<>(sightings.size());
        List<String> logins = new ArrayList<>(sightings.size());
        List<@Nullable LocalDate> days = new ArrayList<>(sightings.size());
        sightings.forEach((person, sighting) -> {
            people.add(person);
            logins.add(sighting.login());
            days.add(sighting.lastActiveDay());
        });
        database.update("""
            insert into usage_person as known (org_id, person_id, login, last_active_day)
            select ?, person_id, login, last_active_day
              from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as date[]))
                   as seen (person_id, login, last_active_day)
                on conflict (org_id, person_id) do update
               set login = case when cast(? as boolean) then excluded.login else known.login end
                 , last_active_day = greatest(known.last_active_day, excluded.last_active_day)
             where (cast(? as boolean) and known.login is distinct from excluded.login)
                or excluded.last_active_day > coalesce(known.last_active_day, '-infinity')
            """, organizationId, people, logins, days, latest, latest);
    }

    /** Last UTC day with activity that was ever reported; null where none was. */
    @Nullable
    LocalDate lastActiveDay(long organizationId, long personId) {
        return database.first(
                "select last_active_day from usage_person where org_id = ? and person_id = ? and last_active_day is"
                        + " not null",
                row -> row.date("last_active_day"),
                organizationId,
                personId);
    }
}

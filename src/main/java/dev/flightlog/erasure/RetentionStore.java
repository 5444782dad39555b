package dev.flightlog.erasure;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Deletes usage by day, by person, by organization. */
@Singleton
class RetentionStore {
    private static final List<String> BY_DAY = List.of(
            "usage_user_day",
            "usage_team_day",
            "usage_day",
            "usage_breakdown",
            "usage_organization_report_day",
            "usage_phase_day",
            "usage_repository_day");

    private final Database database;

    RetentionStore(Database database) {
        this.database = database;
    }

    void deleteBefore(long organizationId, LocalDate keepFrom) {
        database.transact(() -> {
            for (String table : BY_DAY) {
                database.update("delete from " + table + " where org_id = ? and day < ?", organizationId, keepFrom);
            }
            database.update("delete from usage_week where org_id = ? and week + 6 < ?", organizationId, keepFrom);
            database.update(
                    "delete from usage_month where org_id = ? and month + interval '1 month' <= ?",
                    organizationId,
                    keepFrom);
            database.update("""
                delete from report_chunk chunk
                 using report_import report
                 where chunk.org_id = ? and report.first_day < ?
                   and report.org_id = chunk.org_id and report.kind = chunk.kind and report.day = chunk.day
                """, organizationId, keepFrom);
            database.update("delete from report_import where org_id = ? and day < ?", organizationId, keepFrom);
            // The views give a link for each part that the ledger says is kept.
            database.update("""
                update report_import set parts = 0 where org_id = ? and first_day < ? and parts > 0
                """, organizationId, keepFrom);
        });
    }

    void deleteAll(long organizationId) {
        database.transact(() -> {
            for (String table : BY_DAY) {
                database.update("delete from " + table + " where org_id = ?", organizationId);
            }
            for (String table : List.of("usage_week", "usage_month", "usage_person", "report_chunk", "report_import")) {
                database.update("delete from " + table + " where org_id = ?", organizationId);
            }
        });
    }

    /** Days on which one of the people has a row or is in a team. */
    List<LocalDate> daysOf(long organizationId, Set<Long> people) {
        return database.list("""
            select day from usage_user_day where org_id = ? and person_id = any(cast(? as bigint[]))
             union
            select day from usage_team_day where org_id = ? and person_ids && cast(? as bigint[])
            """, row -> row.date("day"), organizationId, people, organizationId, people);
    }

    void deletePeople(long organizationId, Set<Long> people) {
        database.transact(() -> {
            for (String table : List.of("usage_user_day", "usage_person")) {
                database.update(
                        "delete from " + table + " where org_id = ? and person_id = any(cast(? as bigint[]))",
                        organizationId,
                        people);
            }
            database.update("""
                update usage_team_day
                   set person_ids = array(select person_id from unnest(person_ids) as listed (person_id)
                                           where person_id <> all(cast(? as bigint[]))
                                           order by person_id)
                 where org_id = ? and person_ids && cast(? as bigint[])
                """, people, organizationId, people);
        });
    }
}

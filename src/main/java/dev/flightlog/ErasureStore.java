package dev.flightlog;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Erases from every table that has an organization's or a person's id; a new table is erased without being named here. */
@Singleton
class ErasureStore {
    private final Database database;

    ErasureStore(Database database) {
        this.database = database;
    }

    boolean removedBefore(long org, Instant moment) {
        return database.exists(
                "select 1 from organization where org_id = ? and state = 'removed' and state_since < ?", org, moment);
    }

    void eraseOrganization(long org) {
        database.transact(() -> tablesWith("org_id")
                .forEach(table -> database.update("delete from " + table + " where org_id = ?", org)));
    }

    void erasePeople(long org, Set<Long> people) {
        database.transact(() -> tablesWith("person_id")
                .forEach(table -> database.update(
                        "delete from " + table + " where org_id = ? and person_id = any(?::bigint[])", org, people)));
    }

    /** What people asked, and what became of seats, is kept as long as usage is. */
    void eraseBefore(long org, Instant moment) {
        database.update("delete from command_log where org_id = ? and asked_at < ?", org, moment);
        database.update("delete from seat_change where org_id = ? and changed_at < ?", org, moment);
        database.update(
                "delete from seat_day where org_id = ? and day < ?", org, LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** Tables of ours, the partitions left to their parents. */
    private List<String> tablesWith(String column) {
        return database.list("""
                select quote_ident(relation.relname) as name
                from pg_attribute attribute
                join pg_class relation on relation.oid = attribute.attrelid
                where attribute.attname = ? and not attribute.attisdropped
                  and relation.relkind in ('r', 'p') and not relation.relispartition
                  and relation.relnamespace = current_schema()::regnamespace
                order by 1
                """, row -> row.text("name"), column);
    }
}

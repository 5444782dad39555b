package dev.flightlog.erasure;

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

    /**
     * People whom usage or seats name, but no list of members ever did: who left before the installation has no day of
     * leaving. None of what names them is as late as the moment. Days before it must be erased already.
     */
    List<Long> neverListed(long org, Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        List<Long> candidates =
                database.list("""
                    (select person_id from usage_person
                      where org_id = ? and (last_active_day is null or last_active_day < ?)
                      union
                     select person_id from seat where org_id = ? and ended_at < ?)
                    except
                    select person_id from person where org_id = ?
                    except
                    select person_id from seat where org_id = ? and (ended_at is null or ended_at >= ?)
                    except
                    select person_id from usage_person where org_id = ? and last_active_day >= ?
                    """, row -> row.number("person_id"), org, day, org, moment, org, org, moment, org, day);
        return candidates.isEmpty() ? candidates : unnamed(org, candidates);
    }

    /** Those whom no row of the time kept names. It reads all of the organization's usage. */
    private List<Long> unnamed(long org, List<Long> people) {
        return database.list("""
            select person_id from unnest(?::bigint[]) as candidate (person_id)
            except
            select person_id from usage_user_day where org_id = ? and person_id = any(?::bigint[])
            except
            select listed.person_id from usage_team_day
             cross join unnest(person_ids) as listed (person_id)
             where org_id = ? and person_ids && ?::bigint[]
            """, row -> row.number("person_id"), people, org, people, org, people);
    }

    /** What people asked, and what became of seats, is kept as long as usage is. */
    void eraseBefore(long org, Instant moment) {
        database.update("delete from command_log where org_id = ? and asked_at < ?", org, moment);
        database.update("delete from seat_trail where org_id = ? and at < ?", org, moment);
        database.update("delete from seat_kept where org_id = ? and kept_until < ?", org, moment);
        database.update("delete from seat_request where org_id = ? and answered_at < ?", org, moment);
        database.update("""
            delete from seat_review_item using seat_review
            where seat_review_item.org_id = ? and seat_review.org_id = ?
              and seat_review.number = seat_review_item.number and seat_review.closed_at < ?
            """, org, org, moment);
        database.update("delete from seat_review where org_id = ? and closed_at < ?", org, moment);
        database.update("delete from seat_write where org_id = ? and claimed_at < ?", org, moment);
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

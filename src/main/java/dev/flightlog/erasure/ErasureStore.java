package dev.flightlog.erasure;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Erases from every table that has an organization's or a person's id; a new table is erased without being named here.
 */
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
        database.transact(() -> {
            tablesWith("org_id").forEach(table -> database.update("delete from " + table + " where org_id = ?", org));
            // Triggers on seats, teams and their members count each change, erasing them too.
            database.update("delete from membership_version where org_id = ?", org);
        });
    }

    void erasePeople(long org, Set<Long> people) {
        database.transact(() -> {
            keepApprovals(org, people);
            tablesWith("person_id")
                    .forEach(table -> database.update(
                            "delete from " + table + " where org_id = ? and person_id = any(?::bigint[])",
                            org,
                            people));
            doers().forEach(doer -> database.update(
                    "update " + doer.table() + " set " + doer.id() + " = 0, " + doer.login() + " = 'forgotten'"
                            + " where org_id = ? and " + doer.id() + " = any(?::bigint[])",
                    org,
                    people));
            eraseDeadJobs(people);
        });
    }

    /** An approval is bound to its list by a digest of ids: it goes on to hold for those who are left, and nobody else. */
    private void keepApprovals(long org, Set<Long> people) {
        database.update("""
            update seat_review review set approved_digest = list.remaining
            from (select number
                       , encode(sha256(convert_to(coalesce(string_agg(person_id::text, E'\\n' order by person_id)
                           , ''), 'UTF8')), 'hex') as whole
                       , encode(sha256(convert_to(coalesce(string_agg(person_id::text, E'\\n' order by person_id)
                           filter (where person_id <> all(?::bigint[])), ''), 'UTF8')), 'hex') as remaining
                  from seat_review_item where org_id = ? and team is null group by number) as list
            where review.org_id = ? and review.number = list.number and review.state in ('approved', 'executing')
              and review.approved_digest = list.whole
            """, people, org, org);
    }

    /** A dead job's data is JSON that may contain people's ids. */
    private void eraseDeadJobs(Set<Long> people) {
        database.update("""
            delete from dead_job
            where exists (select from unnest(?::bigint[]) as gone (person_id)
                           where convert_from(data, 'UTF8') ~ ('[:,[]"?' || gone.person_id || '"?[],}]'))
            """, people);
    }

    /** Columns that say who did something to somebody else's row: that row stays, without their name. */
    private List<Doer> doers() {
        return database.list("""
            select quote_ident(id.table_name::text) as in_table, quote_ident(id.column_name::text) as id
                 , quote_ident(login.column_name::text) as login
            from information_schema.columns id
            join information_schema.columns login
              on login.table_schema = id.table_schema and login.table_name = id.table_name
             and login.column_name = regexp_replace(id.column_name, 'by_id$', 'by_login')
            where id.table_schema = current_schema() and id.column_name ~ '(^|_)by_id$'
            order by 1, 2
            """, row -> new Doer(row.text("in_table"), row.text("id"), row.text("login")));
    }

    /** A table's columns with the id and the name of whoever did something. */
    private record Doer(String table, String id, String login) {}

    /**
     * People who appear in usage or seat rows but never in a member list, for example because they left before the app
     * was installed. Returns those whose latest row is older than the moment. Call only after older usage has been
     * deleted.
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

    /** Those of them that no stored usage row names. Reads all of the organization's usage. */
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
        // The newest stays: the next review counts on from its number, under which no old issue is found again.
        database.update("""
            delete from seat_review where org_id = ? and closed_at < ?
              and number < (select max(newest.number) from seat_review as newest where newest.org_id = ?)
            """, org, moment, org);
        database.update("delete from seat_write where org_id = ? and claimed_at < ?", org, moment);
        database.update("delete from seat_change where org_id = ? and changed_at < ?", org, moment);
        database.update(
                "delete from seat_day where org_id = ? and day < ?", org, LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    List<StoredPerson> byId(long person) {
        return people("named.person_id = ?", person);
    }

    List<StoredPerson> byLogin(String login) {
        return people(
                "named.person_id in (select person_id from named as same where lower(same.login) = lower(?))", login);
    }

    private List<StoredPerson> people(String condition, Object parameter) {
        return database.list(
                """
                with named as (
                    select org_id, person_id, login, 1 as age from person
                    union all select org_id, person_id, login, 2 from seat
                    union all select org_id, person_id, login, 3 from usage_person
                    union all select org_id, person_id, login, 4 from command_log where person_id > 0
                )
                select named.org_id, organization.login as org, named.person_id
                     , (array_agg(named.login order by age))[1] as login
                     , exists (select 1 from person
                                where person.org_id = named.org_id and person.person_id = named.person_id
                                  and left_at is null)
                       or exists (select 1 from seat
                                   where seat.org_id = named.org_id and seat.person_id = named.person_id
                                     and ended_at is null) as current
                from named
                join organization using (org_id)
                where %s
                group by named.org_id, organization.login, named.person_id
                order by organization.login, named.person_id
                """.formatted(condition),
                row -> new StoredPerson(
                        row.number("org_id"),
                        row.text("org"),
                        row.number("person_id"),
                        row.text("login"),
                        row.flag("current")),
                parameter);
    }

    /** What the person is and was called. */
    Set<String> loginsOf(long org, long person) {
        return new HashSet<>(
                database.list("""
                    select login from person where org_id = ? and person_id = ?
                    union select login from seat where org_id = ? and person_id = ?
                    union select login from usage_person where org_id = ? and person_id = ?
                    union select login from command_log where org_id = ? and person_id = ?
                    """, row -> row.text("login"), org, person, org, person, org, person, org, person));
    }

    SortedMap<String, Integer> rowsOf(long org, long person) {
        SortedMap<String, Integer> rows = new TreeMap<>();
        for (String table : tablesWith("person_id")) {
            rows.put(
                    table,
                    database.one(
                            "select count(*) as found from " + table + " where org_id = ? and person_id = ?",
                            row -> row.integer("found"),
                            org,
                            person));
        }
        rows.put(
                "usage_team_day",
                database.one(
                        "select count(*) as found from usage_team_day where org_id = ? and person_ids @>"
                                + " array[?::bigint]",
                        row -> row.integer("found"),
                        org,
                        person));
        rows.values().removeIf(found -> found == 0);
        return rows;
    }

    void export(long org, long person, Consumer<String> line) {
        for (String table : tablesWith("person_id")) {
            database.each(
                    "select jsonb_build_object('table', ?::text) || to_jsonb(stored) as line from " + table
                            + " as stored where org_id = ? and person_id = ?",
                    row -> row.text("line"),
                    line,
                    table,
                    org,
                    person);
        }
        database.each("""
            select jsonb_build_object('table', 'usage_team_day', 'day', day, 'team_id', team_id, 'slug', slug) as line
            from usage_team_day
            where org_id = ? and person_ids @> array[?::bigint]
            order by day, team_id
            """, row -> row.text("line"), line, org, person);
    }

    /** Tables that have an organization's id too; partitions are reached through their parents. */
    private List<String> tablesWith(String column) {
        return database.list("""
            select quote_ident(relation.relname) as name
            from pg_attribute attribute
            join pg_class relation on relation.oid = attribute.attrelid
            where attribute.attname = ? and not attribute.attisdropped
              and relation.relkind in ('r', 'p') and not relation.relispartition
              and relation.relnamespace = current_schema()::regnamespace
              and exists (select 1 from pg_attribute
                           where attrelid = relation.oid and attname = 'org_id' and not attisdropped)
            order by 1
            """, row -> row.text("name"), column);
    }
}

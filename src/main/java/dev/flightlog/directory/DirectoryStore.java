package dev.flightlog.directory;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People, teams, and who is in which. */
@Singleton
public class DirectoryStore {
    private static final String TEAM_COLUMNS = "team_id, parent_id, slug, name, description, html_url, secret";

    /** Nobody's id. */
    private static final long EVERYBODY = 0;

    private final Database database;

    DirectoryStore(Database database) {
        this.database = database;
    }

    /**
     * Makes the people of an organization those of a whole listing.
     *
     * @throws EmptyListing if nobody is listed though people are known: a mistake of GitHub's must not empty the table
     */
    public void replacePeople(long org, Collection<Person> people, Instant seenAt) {
        database.transact(() -> {
            if (people.isEmpty() && memberCount(org) > 0) {
                throw new EmptyListingException("members");
            }
            savePeople(org, people, seenAt);
            database.update("""
                update person set role = 'none', left_at = ?
                where org_id = ? and role <> 'none' and seen_at < ?
                """, seenAt, org, seenAt);
        });
    }

    /** Somebody joined, or has another name or role. */
    public void savePeople(long org, Collection<Person> people, Instant seenAt) {
        database.update(
                """
                insert into person as known (org_id, person_id, login, role, joined_at, seen_at)
                select distinct on (person_id) ?::bigint, person_id, login, role, ?::timestamptz, ?::timestamptz
                from unnest(?::bigint[], ?::text[], ?::text[]) as listed (person_id, login, role)
                order by person_id, role
                on conflict (org_id, person_id) do update
                set login     = excluded.login
                  , role      = excluded.role
                  , joined_at = case when known.role = 'none' then excluded.joined_at else known.joined_at end
                  , left_at   = null
                  , seen_at   = excluded.seen_at
                -- A listing may contain people who left while it was read.
                where known.role <> 'none' or known.left_at is null or known.left_at <= excluded.seen_at
                """,
                org,
                seenAt,
                seenAt,
                people.stream().map(Person::id).toList(),
                people.stream().map(Person::login).toList(),
                people.stream().map(person -> word(person.role())).toList());
    }

    /** Somebody is a member no more, listed before or not; the clock of erasure starts. */
    public void removePerson(long org, long person, String login, Instant at) {
        database.transact(() -> {
            database.update("""
                insert into person as known (org_id, person_id, login, role, left_at, seen_at)
                values (?, ?, ?, 'none', ?, ?)
                on conflict (org_id, person_id) do update
                set role = 'none', left_at = excluded.left_at
                where known.role <> 'none'
                """, org, person, login, at, at);
            database.update("delete from team_member where org_id = ? and person_id = ?", org, person);
        });
    }

    /** Makes the teams of an organization those of a whole listing; no team at all is possible. */
    public void replaceTeams(long org, Collection<Team> teams, Instant seenAt) {
        database.transact(() -> {
            saveTeams(org, teams, seenAt);
            database.update("""
                delete from team_member where org_id = ? and team_id in
                    (select team_id from team where org_id = ? and seen_at < ?)
                """, org, org, seenAt);
            database.update("delete from team where org_id = ? and seen_at < ?", org, seenAt);
        });
    }

    public void saveTeams(long org, Collection<Team> teams, Instant seenAt) {
        database.update(
                """
                insert into team (org_id, team_id, parent_id, slug, name, description, html_url, secret, seen_at)
                select distinct on (team_id) ?::bigint, team_id, nullif(parent_id, 0), slug, name, description, html_url, secret, ?::timestamptz
                from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                    as listed (team_id, parent_id, slug, name, description, html_url, secret)
                on conflict (org_id, team_id) do update
                set parent_id = excluded.parent_id, slug = excluded.slug, name = excluded.name
                  , description = excluded.description, html_url = excluded.html_url, secret = excluded.secret, seen_at = excluded.seen_at
                """,
                org,
                seenAt,
                teams.stream().map(Team::id).toList(),
                teams.stream()
                        .map(team -> team.parentId() == null ? 0L : team.parentId())
                        .toList(),
                teams.stream().map(Team::slug).toList(),
                teams.stream().map(Team::name).toList(),
                teams.stream().map(Team::description).toList(),
                teams.stream().map(Team::htmlUrl).toList(),
                teams.stream().map(Team::secret).toList());
    }

    public void removeTeam(long org, long team) {
        database.transact(() -> {
            database.update("delete from team_member where org_id = ? and team_id = ?", org, team);
            database.update("delete from team where org_id = ? and team_id = ?", org, team);
        });
    }

    /** Makes the members of a team those of a whole listing. */
    public void replaceTeamMembers(long org, long team, Collection<Long> people, Instant seenAt) {
        database.transact(() -> {
            database.update("""
                insert into team_member (org_id, team_id, person_id, seen_at)
                select distinct ?::bigint, ?::bigint, person_id, ?::timestamptz
                from unnest(?::bigint[]) as listed (person_id)
                on conflict (org_id, team_id, person_id) do update set seen_at = excluded.seen_at
                """, org, team, seenAt, people);
            database.update(
                    "delete from team_member where org_id = ? and team_id = ? and seen_at < ?", org, team, seenAt);
        });
    }

    /** One person out of a team. */
    void removeTeamMember(long org, long team, long person) {
        database.update(
                "delete from team_member where org_id = ? and team_id = ? and person_id = ?", org, team, person);
    }

    /** An event says that something changed about a person: what GitHub said of them before is not relied on. */
    void doubt(long org, long person, Instant now) {
        database.update("""
            insert into membership_doubt as known (org_id, person_id, doubted_at)
            values (?, ?, ?)
            on conflict (org_id, person_id) do update
            set doubted_at = greatest(known.doubted_at, excluded.doubted_at)
            """, org, person, now);
    }

    /** As {@link #doubt}, for everybody: who a team's members are changed. */
    void doubtEverybody(long org, Instant now) {
        doubt(org, EVERYBODY, now);
    }

    /** When an event last said that something changed about a person, or about a team as a whole; null if never. */
    public @Nullable Instant doubtedAt(long org, long person) {
        return database.first("""
            select max(doubted_at) as doubted_at from membership_doubt
            where org_id = ? and person_id in (?, ?)
            having max(doubted_at) is not null
            """, row -> row.instant("doubted_at"), org, person, EVERYBODY);
    }

    public @Nullable Person personById(long org, long person) {
        return database.first(
                "select person_id, login, role from person where org_id = ? and person_id = ?",
                DirectoryStore::person,
                org,
                person);
    }

    /** By name on GitHub, in any case; members before those who left. */
    public @Nullable Person personByLogin(long org, String login) {
        return database.first("""
            select person_id, login, role from person
            where org_id = ? and lower(login) = lower(?) order by role = 'none', seen_at desc
            """, DirectoryStore::person, org, login);
    }

    public List<Team> teams(long org) {
        return database.list(
                "select " + TEAM_COLUMNS + " from team where org_id = ? order by lower(slug)",
                DirectoryStore::team,
                org);
    }

    public @Nullable Team teamBySlug(long org, String slug) {
        return database.first(
                "select " + TEAM_COLUMNS + " from team where org_id = ? and lower(slug) = lower(?)",
                DirectoryStore::team,
                org,
                slug);
    }

    public @Nullable Team teamById(long org, long team) {
        return database.first(
                "select " + TEAM_COLUMNS + " from team where org_id = ? and team_id = ?",
                DirectoryStore::team,
                org,
                team);
    }

    /** Slugs of the teams a person is in; child teams' members are in the parent too. */
    public Set<String> teamSlugsOf(long org, long person) {
        return database.list("""
            select team.slug from team_member
            join team using (org_id, team_id)
            where team_member.org_id = ? and team_member.person_id = ?
            """, row -> row.text("slug"), org, person).stream().collect(Collectors.toSet());
    }

    /** Everybody who is a member as far as we know. */
    List<Person> members(long org) {
        return database.list(
                "select person_id, login, role from person where org_id = ? and role <> 'none' order by person_id",
                DirectoryStore::person,
                org);
    }

    /** The members of a team as far as we know, who are members of the organization. */
    List<Person> membersOf(long org, long team) {
        return database.list("""
            select person_id, login, role from team_member
            join person using (org_id, person_id)
            where org_id = ? and team_id = ? and role <> 'none'
            order by person_id
            """, DirectoryStore::person, org, team);
    }

    public int memberCount(long org) {
        return database.one(
                "select count(*) as people from person where org_id = ? and role <> 'none'",
                row -> row.integer("people"),
                org);
    }

    /** Those of these people who are members, by what was read last. */
    public Set<Long> membersAmong(long org, Collection<Long> people) {
        return Set.copyOf(database.list("""
            select person_id from person
            where org_id = ? and role <> 'none' and person_id = any(?::bigint[])
            """, row -> row.number("person_id"), org, people));
    }

    public Set<String> memberLogins(long org) {
        return Set.copyOf(database.list(
                "select lower(login) as login from person where org_id = ? and role <> 'none'",
                row -> row.text("login"),
                org));
    }

    /** People who left before a moment and are to be erased. */
    public List<Long> leftBefore(long org, Instant moment) {
        return database.list(
                "select person_id from person where org_id = ? and role = 'none' and left_at < ?",
                row -> row.number("person_id"),
                org,
                moment);
    }

    private static Person person(Row row) throws SQLException {
        return new Person(
                row.number("person_id"),
                row.text("login"),
                Person.Role.valueOf(row.text("role").toUpperCase(Locale.ROOT)));
    }

    private static Team team(Row row) throws SQLException {
        return new Team(
                row.number("team_id"),
                row.numberOrNull("parent_id"),
                row.text("slug"),
                row.text("name"),
                row.text("description"),
                row.text("html_url"),
                row.flag("secret"));
    }

    private static String word(Person.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}

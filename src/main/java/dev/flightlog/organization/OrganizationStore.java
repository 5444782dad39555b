package dev.flightlog.organization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.github.rest.Json;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organizations that installed the app. */
@Singleton
public class OrganizationStore {
    private static final String COLUMNS =
            "org_id, login, installation_id, state, permissions, installed_at, first_summary_at";

    private final Database database;

    OrganizationStore(Database database) {
        this.database = database;
    }

    /** Held until the transaction ends: one look at an organization's installation at a time. */
    public void lock(long id) {
        database.list(
                "select cast(pg_advisory_xact_lock(hashtextextended('flightlog installation ' || ?, 0)) as text) as"
                        + " locked",
                _ -> true,
                Long.toString(id));
    }

    /**
     * Records an installation that works. Seen again, names, permissions and state follow.
     *
     * @return false for an older installation than the one that is known: GitHub's ids grow, and its deliveries may
     * come in
     *     any order
     */
    public boolean installed(long id, String login, long installationId, Map<String, String> permissions, Instant now) {
        return database.update(
                        """
                        insert into organization as known
                            (org_id, login, installation_id, state, state_since, permissions, installed_at)
                        values (?, ?, ?, 'active', ?, ?::jsonb, ?)
                        on conflict (org_id) do update
                        set login           = excluded.login
                          , installation_id = excluded.installation_id
                          , state           = 'active'
                          , state_since     = case when known.state = 'active' then known.state_since else excluded.state_since end
                          , permissions     = excluded.permissions
                        where known.installation_id <= excluded.installation_id
                        """,
                        id,
                        login,
                        installationId,
                        now,
                        new String(Json.write(permissions), StandardCharsets.UTF_8),
                        now)
                == 1;
    }

    /** True when the state changed. A state of an older installation says nothing about a newer one. */
    public boolean changeState(long id, long installationId, Organization.State state, Instant now) {
        return database.update("""
            update organization set state = ?, state_since = ?
            where org_id = ? and installation_id = ? and state <> ?
            """, text(state), now, id, installationId, text(state)) == 1;
    }

    public void rename(long id, String login) {
        database.update("update organization set login = ? where org_id = ? and login <> ?", login, id, login);
    }

    public void firstSummaryPosted(long id, Instant at) {
        database.update(
                "update organization set first_summary_at = ? where org_id = ? and first_summary_at is null", at, id);
    }

    public @Nullable Organization byId(long id) {
        return database.first(
                "select " + COLUMNS + " from organization where org_id = ?", OrganizationStore::organization, id);
    }

    public @Nullable Organization byInstallation(long installationId) {
        return database.first(
                "select " + COLUMNS + " from organization where installation_id = ?",
                OrganizationStore::organization,
                installationId);
    }

    /** By its name on GitHub, in any case. */
    public @Nullable Organization byLogin(String login) {
        return database.first(
                "select " + COLUMNS + " from organization where lower(login) = lower(?) order by state_since desc",
                OrganizationStore::organization,
                login);
    }

    public List<Organization> all() {
        return database.list(
                "select " + COLUMNS + " from organization order by org_id", OrganizationStore::organization);
    }

    public List<Organization> active() {
        return all().stream().filter(Organization::active).toList();
    }

    private static Organization organization(Row row) throws SQLException {
        return new Organization(
                row.number("org_id"),
                row.text("login"),
                row.number("installation_id"),
                Organization.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                permissions(row.text("permissions")),
                row.instant("installed_at"),
                row.instantOrNull("first_summary_at"));
    }

    private static Map<String, String> permissions(String json) {
        JsonNode node = Json.read(json.getBytes(StandardCharsets.UTF_8));
        Map<String, String> permissions = new HashMap<>();
        node.properties()
                .forEach(field ->
                        permissions.put(field.getKey(), field.getValue().asText()));
        return permissions;
    }

    private static String text(Organization.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

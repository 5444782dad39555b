package dev.flightlog.governance;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.github.RepositoryName;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where each organization's governance repository is, and its policy file. */
@Singleton
public class GovernanceStore {
    private final Database database;

    GovernanceStore(Database database) {
        this.database = database;
    }

    /** {@code ready} hears of a repository that was not there before; its jobs and this row come together or not at all. */
    void found(
            long org,
            GovernanceRepository repository,
            @Nullable Long candidate,
            Instant now,
            RepositoryListener ready) {
        database.transact(() -> {
            GovernanceRepository before = repository(org);
            save(org, repository, candidate, now);
            if (before == null || before.id() != repository.id()) {
                ready.ready(org, repository);
            }
        });
    }

    private void save(long org, GovernanceRepository repository, @Nullable Long candidate, Instant now) {
        database.update(
                """
                update organization
                set governance_repository_id = ?, governance_name = ?, governance_private = ?
                  , governance_default_branch = ?, governance_state = 'ready', governance_checked_at = ?
                  , governance_candidate_id = ?
                where org_id = ?
                """,
                repository.id(),
                repository.name().name(),
                repository.confidential(),
                repository.defaultBranch(),
                now,
                candidate,
                org);
    }

    void missing(long org, @Nullable Long candidate, Instant now) {
        database.update("""
            update organization
            set governance_state = 'missing', governance_candidate_id = ?, governance_checked_at = ?
            where org_id = ?
            """, candidate, now, org);
    }

    /** An owner says that this is the one. Its policy is not read yet, so nothing is posted there yet. */
    void adopt(long org, GovernanceRepository repository, Instant now) {
        database.update(
                """
                update organization
                set governance_repository_id = ?, governance_name = ?, governance_private = ?
                  , governance_default_branch = ?, governance_state = 'unknown', governance_checked_at = ?
                  , governance_candidate_id = null
                where org_id = ?
                """,
                repository.id(),
                repository.name().name(),
                repository.confidential(),
                repository.defaultBranch(),
                now,
                org);
    }

    /** A repository that has the name and that no owner has adopted; null where there is none. */
    public @Nullable Long candidate(long org) {
        return database.first("""
            select governance_candidate_id from organization
            where org_id = ? and governance_candidate_id is not null
            """, row -> row.number("governance_candidate_id"), org);
    }

    /** Null while it is missing or was never looked for. */
    public @Nullable GovernanceRepository repository(long org) {
        return database.first("""
            select login, governance_repository_id, governance_name, governance_private, governance_default_branch
            from organization where org_id = ? and governance_state = 'ready'
            """, GovernanceStore::repository, org);
    }

    /** The repository as last seen, whether or not it can be seen now; null while it was never seen. */
    public @Nullable GovernanceRepository lastKnown(long org) {
        return database.first("""
            select login, governance_repository_id, governance_name, governance_private, governance_default_branch
            from organization where org_id = ? and governance_repository_id is not null
            """, GovernanceStore::repository, org);
    }

    /** Id of the repository as last seen, whether or not it can be seen now. */
    @Nullable
    Long knownId(long org) {
        return database.first("""
            select governance_repository_id from organization
            where org_id = ? and governance_repository_id is not null
            """, row -> row.number("governance_repository_id"), org);
    }

    public boolean isMissing(long org) {
        return database.exists("select 1 from organization where org_id = ? and governance_state = 'missing'", org);
    }

    void savePolicy(long org, PolicyFile file) {
        database.update(
                """
                insert into policy_file
                    (org_id, current_state, current_commit, current_content, current_read_at
                   , in_force_commit, in_force_content, in_force_since
                   , absent_since, kept_retention_days, kept_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (org_id) do update
                set current_state = excluded.current_state, current_commit = excluded.current_commit
                  , current_content = excluded.current_content, current_read_at = excluded.current_read_at
                  , in_force_commit = excluded.in_force_commit, in_force_content = excluded.in_force_content
                  , in_force_since = excluded.in_force_since, absent_since = excluded.absent_since
                  , kept_retention_days = excluded.kept_retention_days, kept_until = excluded.kept_until
                """,
                org,
                file.state().word(),
                file.commit(),
                file.content(),
                file.readAt(),
                file.inForceCommit(),
                file.inForceContent(),
                file.inForceSince(),
                file.absentSince(),
                file.kept() == null
                        ? null
                        : Math.toIntExact(file.kept().retention().toDays()),
                file.kept() == null ? null : file.kept().until());
    }

    @Nullable
    PolicyFile policy(long org) {
        return database.first("select * from policy_file where org_id = ?", GovernanceStore::policyFile, org);
    }

    private static GovernanceRepository repository(Row row) throws SQLException {
        return new GovernanceRepository(
                row.number("governance_repository_id"),
                new RepositoryName(row.text("login"), row.text("governance_name")),
                row.flag("governance_private"),
                row.text("governance_default_branch"));
    }

    private static PolicyFile policyFile(Row row) throws SQLException {
        return new PolicyFile(
                PolicyFile.State.of(row.text("current_state")),
                row.textOrNull("current_commit"),
                row.bytesOrNull("current_content"),
                row.instant("current_read_at"),
                row.textOrNull("in_force_commit"),
                row.bytesOrNull("in_force_content"),
                row.instant("in_force_since"),
                row.instantOrNull("absent_since"),
                kept(row));
    }

    private static PolicyFile.@Nullable KeptRetention kept(Row row) throws SQLException {
        Long days = row.numberOrNull("kept_retention_days");
        return days == null ? null : new PolicyFile.KeptRetention(Duration.ofDays(days), row.instant("kept_until"));
    }
}

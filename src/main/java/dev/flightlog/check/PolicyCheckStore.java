package dev.flightlog.check;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where checked commits came from. */
@Singleton
class PolicyCheckStore {
    private final Database database;

    PolicyCheckStore(Database database) {
        this.database = database;
    }

    /** Who brought the commit first stays: a pull request that an admin opens later does not make it theirs. */
    void pullRequest(long org, String commit, int number, @Nullable Long pusher, Instant now) {
        database.update("""
            insert into policy_check (org_id, commit_sha, pull_request, pusher_id, asked_at) values (?, ?, ?, ?, ?)
            on conflict (org_id, commit_sha) do update
            set pull_request = excluded.pull_request, asked_at = excluded.asked_at
              , pusher_id = coalesce(policy_check.pusher_id, excluded.pusher_id)
            """, org, commit, number, pusher, now);
    }

    /** @param before null for a new branch */
    void push(long org, String commit, String branch, @Nullable String before, @Nullable Long pusher, Instant now) {
        database.update("""
            insert into policy_check (org_id, commit_sha, branch, before_sha, pusher_id, asked_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (org_id, commit_sha) do update
            set branch = excluded.branch, before_sha = excluded.before_sha, asked_at = excluded.asked_at
              , pusher_id = coalesce(policy_check.pusher_id, excluded.pusher_id)
            """, org, commit, branch, before, pusher, now);
    }

    /** Nothing but the commit where no push and no pull request was heard of. */
    CommitOrigin origin(long org, String commit) {
        CommitOrigin known = database.first(
                "select * from policy_check where org_id = ? and commit_sha = ?",
                row -> new CommitOrigin(
                        row.text("commit_sha"),
                        row.integerOrNull("pull_request"),
                        row.textOrNull("branch"),
                        row.textOrNull("before_sha"),
                        row.numberOrNull("pusher_id")),
                org,
                commit);
        return known == null ? new CommitOrigin(commit, null, null, null, null) : known;
    }

    void forgetBefore(long org, Instant moment) {
        database.update("delete from policy_check where org_id = ? and asked_at < ?", org, moment);
    }
}

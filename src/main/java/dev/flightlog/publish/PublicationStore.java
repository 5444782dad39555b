package dev.flightlog.publish;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.markdown.Marker;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was published, and who is publishing. */
@Singleton
public class PublicationStore {
    private static final String POSTED = """
        select kind, key, target, repository_id, repository, issue_number, comment_id, node_id, url
             , content_hash, seen_hash, adopted, github_state, published_at, edited_at, closed_at
        from publication
        where org_id = ? and github_state <> 'intended'
        """;

    private final Database database;

    PublicationStore(Database database) {
        this.database = database;
    }

    /** Null where it was never published. */
    public @Nullable Publication find(long organization, Marker marker) {
        return database.first(
                POSTED + "and kind = ? and key = ?",
                PublicationStore::publication,
                organization,
                marker.kind(),
                marker.key());
    }

    /** Issues of a kind that are open as far as is known, oldest first. */
    public List<Publication> open(long organization, String kind) {
        return database.list(POSTED + """
            and kind = ? and target = 'issue' and closed_at is null and github_state <> 'deleted'
            order by published_at, key
            """, PublicationStore::publication, organization, kind);
    }

    /** Posts of a kind that name people and are still there, oldest first. */
    public List<Publication> naming(long organization, String kind) {
        return database.list(POSTED + """
            and kind = ? and names_people and github_state <> 'deleted' order by published_at, key
            """, PublicationStore::publication, organization, kind);
    }

    /** What this issue is, where it is of this kind. */
    public Optional<Publication> ofIssue(long organization, String kind, long repository, int issue) {
        return Optional.ofNullable(database.first(
                POSTED + "and kind = ? and target = 'issue' and repository_id = ? and issue_number = ?",
                PublicationStore::publication,
                organization,
                kind,
                repository,
                issue));
    }

    /** What to compare with GitHub: not yet known to be deleted, the longest unchecked first. */
    List<Publication> unchecked(long organization, long repository, Instant publishedAfter, int max) {
        return database.list(
                POSTED + """
                    and repository_id = ? and github_state <> 'deleted' and not adopted
                    and (published_at >= ? or (target = 'issue' and closed_at is null))
                    order by checked_at nulls first, published_at desc
                    limit ?
                    """, PublicationStore::publication, organization, repository, publishedAfter, max);
    }

    /** Takes the right to publish it. False if somebody else has it. */
    boolean claim(PostRepository home, Post post, UUID claim, Instant now, Instant until) {
        return database.update(
                        """
                        insert into publication as there
                            (org_id, kind, key, target, repository_id, repository, claim, claimed_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (org_id, kind, key) do update
                        set claim = excluded.claim, claimed_until = excluded.claimed_until
                        where there.claimed_until is null or there.claimed_until < ?
                        """,
                        home.organization(),
                        post.marker().kind(),
                        post.marker().key(),
                        target(post.place()),
                        home.repositoryId(),
                        home.repository().toString(),
                        claim,
                        until,
                        now)
                == 1;
    }

    /** Keeps the right for longer. False if it was lost. */
    boolean renew(UUID claim, long organization, Marker marker, Instant until) {
        return database.update("""
            update publication set claimed_until = ?
            where org_id = ? and kind = ? and key = ? and claim = ?
            """, until, organization, marker.kind(), marker.key(), claim) == 1;
    }

    void release(UUID claim, long organization, Marker marker) {
        database.update("""
            update publication set claim = null, claimed_until = null
            where org_id = ? and kind = ? and key = ? and claim = ?
            """, organization, marker.kind(), marker.key(), claim);
    }

    /** Records a post that is on GitHub: new, posted again, or found again by its marker. */
    void published(PostRepository home, Post post, RemotePost standing, PostText text, Instant now) {
        LocationColumns columns = LocationColumns.of(standing.location());
        database.update(
                """
                update publication
                set target = ?, repository_id = ?, repository = ?, issue_number = ?, comment_id = ?, node_id = ?
                  , url = ?, content_hash = ?, seen_hash = ?, adopted = ?, github_state = 'there'
                  , published_at = ?, edited_at = null, closed_at = null, names_people = ?
                where org_id = ? and kind = ? and key = ?
                """,
                columns.target(),
                home.repositoryId(),
                home.repository().toString(),
                columns.issueNumber(),
                columns.commentId(),
                columns.nodeId(),
                standing.url(),
                text.hash(),
                standing.seenHash(),
                !standing.ours(),
                now,
                post.naming() == Naming.PEOPLE,
                home.organization(),
                post.marker().kind(),
                post.marker().key());
    }

    void edited(PostRepository home, Post post, RemotePost standing, PostText text, Instant now) {
        database.update(
                """
                update publication
                set repository = ?, url = ?, content_hash = ?, seen_hash = ?, github_state = 'there', edited_at = ?
                  , names_people = ?
                where org_id = ? and kind = ? and key = ?
                """,
                home.repository().toString(),
                standing.url(),
                text.hash(),
                standing.seenHash(),
                now,
                post.naming() == Naming.PEOPLE,
                home.organization(),
                post.marker().kind(),
                post.marker().key());
    }

    /** Posts in the repository that name people and are still there, in the order of their markers. */
    List<Publication> naming(PostRepository home, @Nullable Marker after, int max) {
        return database.list(
                POSTED + """
                    and repository_id = ? and names_people and github_state <> 'deleted'
                    and (kind, key) > (?, ?)
                    order by kind, key
                    limit ?
                    """,
                PublicationStore::publication,
                home.organization(),
                home.repositoryId(),
                after == null ? "" : after.kind(),
                after == null ? "" : after.key(),
                max);
    }

    int countNaming(PostRepository home) {
        return database.one("""
            select count(*) as posts from publication
            where org_id = ? and repository_id = ? and names_people and github_state not in ('intended', 'deleted')
            """, row -> row.integer("posts"), home.organization(), home.repositoryId());
    }

    void namesNobody(long organization, Marker marker) {
        database.update(
                "update publication set names_people = false where org_id = ? and kind = ? and key = ?",
                organization,
                marker.kind(),
                marker.key());
    }

    void closed(long organization, Marker marker, Instant at) {
        database.update("""
            update publication set closed_at = ?
            where org_id = ? and kind = ? and key = ? and closed_at is null
            """, at, organization, marker.kind(), marker.key());
    }

    void checked(long organization, Marker marker, Publication.State state, Instant at) {
        database.update(
                "update publication set github_state = ?, checked_at = ? where org_id = ? and kind = ? and key = ?",
                state.word(),
                at,
                organization,
                marker.kind(),
                marker.key());
    }

    private static Publication publication(Row row) throws SQLException {
        String[] repository = row.text("repository").split("/", 2);
        return new Publication(
                new Marker(row.text("kind"), row.text("key")),
                LocationColumns.location(row),
                row.number("repository_id"),
                new RepositoryName(repository[0], repository[1]),
                row.text("url"),
                row.text("content_hash"),
                row.text("seen_hash"),
                row.flag("adopted"),
                Publication.State.of(row.text("github_state")),
                row.instant("published_at"),
                row.instantOrNull("edited_at"),
                row.instantOrNull("closed_at"));
    }

    private static String target(PostTarget place) {
        return switch (place) {
            case PostTarget.Issue _ -> LocationColumns.ISSUE;
            case PostTarget.IssueComment _ -> LocationColumns.ISSUE_COMMENT;
            case PostTarget.Discussion _ -> LocationColumns.DISCUSSION;
            case PostTarget.DiscussionComment _ -> LocationColumns.DISCUSSION_COMMENT;
        };
    }
}

package dev.flightlog.review.store;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.review.Approval;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewState;
import dev.flightlog.review.Who;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reviews of each organization. Who changes one holds its row first, so that two changes come one after the other.
 */
@Singleton
public class ReviewStore {
    private static final String OPEN = "state in ('proposed', 'approved', 'executing')";

    private final Database database;

    ReviewStore(Database database) {
        this.database = database;
    }

    /** The one that is open, if one is. */
    public Optional<Review> open(long org) {
        return first("select * from seat_review where org_id = ? and " + OPEN, org);
    }

    /** As {@link #open}, and nobody else changes it until the end of the transaction. */
    public Optional<Review> lockOpen(long org) {
        return first("select * from seat_review where org_id = ? and " + OPEN + " for update", org);
    }

    public Optional<Review> find(long org, int number) {
        return first("select * from seat_review where org_id = ? and number = ?", org, number);
    }

    /** The one that was started last, open or not. */
    public Optional<Review> latest(long org) {
        return first("select * from seat_review where org_id = ? order by number desc limit 1", org);
    }

    /** Newest first. */
    public List<Review> list(long org, int offset, int limit) {
        return database.list(
                "select * from seat_review where org_id = ? order by number desc offset ? limit ?",
                ReviewStore::review,
                org,
                offset,
                limit);
    }

    public int count(long org) {
        return database.one(
                "select count(*) as reviews from seat_review where org_id = ?", row -> row.integer("reviews"), org);
    }

    /** A new review without people yet; nothing while another is open. */
    Optional<Integer> insert(
            long org, @Nullable Who by, Duration idleAfter, Duration notice, int moreSeats, Instant now) {
        return Optional.ofNullable(database.first(
                """
                insert into seat_review
                    (org_id, number, state, started_at, started_by_id, started_by_login
                   , idle_after_days, notice_days, more_seats)
                select ?, coalesce(max(number), 0) + 1, 'proposed', ?, ?, ?, ?, ?, ? from seat_review where org_id = ?
                on conflict do nothing
                returning number
                """,
                row -> row.integer("number"),
                org,
                now,
                by == null ? null : by.personId(),
                by == null ? null : by.login(),
                (int) idleAfter.toDays(),
                (int) notice.toDays(),
                moreSeats,
                org));
    }

    /** The end of the notice as the issue is about to say it; empty where the issue was already posted. */
    public void announcing(long org, int number, Instant noticeEnds) {
        database.update("""
            update seat_review set notice_ends_at = ?
            where org_id = ? and number = ? and announced_at is null
            """, noticeEnds, org, number);
    }

    /** Records that the issue is posted, and that people have time until then. True the first time. */
    public boolean announced(long org, int number, Instant now, Instant noticeEnds) {
        return database.update("""
            update seat_review set announced_at = ?, notice_ends_at = ?
            where org_id = ? and number = ? and announced_at is null and notice_ends_at is not null
            """, now, noticeEnds, org, number) == 1;
    }

    /** Of a review that was only proposed. */
    public void approve(long org, int number, Approval approval) {
        database.update(
                """
                update seat_review
                set state = 'approved', approved_at = ?, approved_by_id = ?, approved_by_login = ?
                  , approved_digest = ?, approved_seats = ?
                where org_id = ? and number = ? and state = 'proposed'
                """,
                approval.at(),
                approval.by().personId(),
                approval.by().login(),
                approval.digest(),
                approval.seats(),
                org,
                number);
    }

    /** Its seats are being taken back from now on. True the first time. */
    public boolean begin(long org, int number, Instant now) {
        return database.update("""
            update seat_review set state = 'executing'
            where org_id = ? and number = ? and state = 'approved' and announced_at is not null
              and notice_ends_at <= ?
            """, org, number, now) == 1;
    }

    public void refused(long org, int number, Review.Refusal refusal) {
        database.update("""
            update seat_review set refused_at = ?, refusal = ?, refused_until = ? where org_id = ? and number = ?
            """, refusal.at(), refusal.words(), refusal.until().orElse(null), org, number);
    }

    /** What GitHub refused before says nothing any more. */
    public void accepted(long org, int number) {
        database.update("""
            update seat_review set refused_at = null, refusal = null, refused_until = null
            where org_id = ? and number = ? and refused_at is not null
            """, org, number);
    }

    /** Somebody changed something about the installation: what was refused is tried again. */
    public void tryAgain(long org) {
        database.update(
                "update seat_review set refused_until = refused_at where org_id = ? and refused_until is not null and "
                        + OPEN,
                org);
    }

    /** True if nothing had stopped it before. */
    public boolean halt(long org, int number, String why) {
        return database.update(
                        "update seat_review set halted = ? where org_id = ? and number = ? and halted is null",
                        why,
                        org,
                        number)
                == 1;
    }

    /** Somebody cancels it while GitHub's answer is awaited: nothing more is sent, and {@link #cancel} follows. */
    public void cancelWhenKnown(long org, int number, Who by, String why) {
        database.update(
                "update seat_review set closed_by_id = ?, closed_by_login = ?, halted = coalesce(halted, ?)"
                        + " where org_id = ? and number = ? and closed_by_id is null and " + OPEN,
                by.personId(),
                by.login(),
                why,
                org,
                number);
    }

    /** Who asked for {@link #cancelWhenKnown} of a review that is still open. */
    public Optional<Who> cancelledMeanwhile(long org, int number) {
        return Optional.ofNullable(database.first(
                "select closed_by_id, closed_by_login from seat_review"
                        + " where org_id = ? and number = ? and closed_by_id is not null and " + OPEN,
                row -> new Who(row.number("closed_by_id"), row.text("closed_by_login")),
                org,
                number));
    }

    public void cancel(long org, int number, Who by, Instant now) {
        close(org, number, "cancelled", by, now);
    }

    public void expire(long org, int number, Instant now) {
        close(org, number, "expired", null, now);
    }

    /** Every line has its last word. */
    public void done(long org, int number, Instant now) {
        close(org, number, "done", null, now);
    }

    private void close(long org, int number, String state, @Nullable Who by, Instant now) {
        database.update(
                "update seat_review set state = ?, closed_at = ?, closed_by_id = ?, closed_by_login = ?"
                        + " where org_id = ? and number = ? and " + OPEN,
                state,
                now,
                by == null ? null : by.personId(),
                by == null ? null : by.login(),
                org,
                number);
    }

    private Optional<Review> first(String sql, @Nullable Object... parameters) {
        return Optional.ofNullable(database.first(sql, ReviewStore::review, parameters));
    }

    private static Review review(Row row) throws SQLException {
        Instant refusedAt = row.instantOrNull("refused_at");
        String refusal = row.textOrNull("refusal");
        return new Review(
                row.integer("number"),
                state(row),
                row.instant("started_at"),
                SeatTrailStore.who(row, "started_by_id", "started_by_login"),
                Duration.ofDays(row.number("idle_after_days")),
                Duration.ofDays(row.number("notice_days")),
                row.integer("more_seats"),
                Optional.ofNullable(row.instantOrNull("announced_at")),
                Optional.ofNullable(row.instantOrNull("notice_ends_at")),
                refusedAt == null || refusal == null
                        ? Optional.empty()
                        : Optional.of(new Review.Refusal(
                                refusedAt, refusal, Optional.ofNullable(row.instantOrNull("refused_until")))),
                Optional.ofNullable(row.textOrNull("halted")));
    }

    private static ReviewState state(Row row) throws SQLException {
        String state = row.text("state");
        return switch (state) {
            case "proposed" -> new ReviewState.Proposed();
            case "approved" -> new ReviewState.Approved(approval(row));
            case "executing" -> new ReviewState.Executing(approval(row));
            case "done" -> new ReviewState.Done(approval(row), row.instant("closed_at"));
            case "cancelled" ->
                new ReviewState.Cancelled(
                        SeatTrailStore.who(row, "closed_by_id", "closed_by_login")
                                .orElseThrow(),
                        row.instant("closed_at"));
            case "expired" -> new ReviewState.Expired(row.instant("closed_at"));
            default -> throw new IllegalStateException("state of a review must be known, but is " + state);
        };
    }

    private static Approval approval(Row row) throws SQLException {
        return new Approval(
                SeatTrailStore.who(row, "approved_by_id", "approved_by_login").orElseThrow(),
                row.instant("approved_at"),
                Objects.requireNonNull(row.textOrNull("approved_digest"), "approved_digest"),
                row.integer("approved_seats"));
    }
}

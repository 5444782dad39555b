package dev.flightlog.review.store;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.Proposal;
import dev.flightlog.review.RemovedBy;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.Who;
import dev.flightlog.review.Word;
import dev.flightlog.seat.SeatPlan;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people of each review and what became of their seats. A state changes only from the one that the change belongs to,
 * so that whoever comes second changes nothing.
 */
@Singleton
public class ReviewItemStore {
    private final Database database;
    private final ReviewStore reviews;
    private final SeatWriteStore writes;
    private final KeptSeatStore kept;

    ReviewItemStore(Database database, ReviewStore reviews, SeatWriteStore writes, KeptSeatStore kept) {
        this.database = database;
        this.reviews = reviews;
        this.writes = writes;
        this.kept = kept;
    }

    /** Starts a review with this list. Its number; nothing while another is open. */
    public Optional<Integer> start(
            long org, @Nullable Who by, Duration idleAfter, Duration notice, Proposal proposal, Instant now) {
        return database.inTransaction(() -> {
            Optional<Integer> number = reviews.insert(org, by, idleAfter, notice, proposal.more(), now);
            number.ifPresent(review -> insert(org, review, proposal.items()));
            return number;
        });
    }

    private void insert(long org, int number, List<ReviewItem> items) {
        items.forEach(item -> database.update(
                """
                insert into seat_review_item
                    (org_id, number, person_id, position, login, plan_type, team, unused_since, ever_used, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'candidate')
                """,
                org,
                number,
                item.personId(),
                item.position(),
                item.login(),
                item.plan().key(),
                item.team().orElse(null),
                item.unusedSince(),
                item.everUsed()));
    }

    /** In the order of the list. */
    public List<ReviewItem> of(long org, int number) {
        return database.list(
                "select * from seat_review_item where org_id = ? and number = ? order by position",
                ReviewItemStore::item,
                org,
                number);
    }

    /** Seats of all reviews that were taken back and have not ended before this day, newest review first; by review. */
    public Map<Integer, List<ReviewItem>> removedAndRunning(long org, LocalDate day) {
        Map<Integer, List<ReviewItem>> found = new java.util.TreeMap<>(java.util.Comparator.reverseOrder());
        database.list("""
            select * from seat_review_item
            where org_id = ? and state in ('removed', 'undoing') and ends_on >= ? order by position
            """, row -> new Numbered(row.integer("number"), item(row)), org, day)
                .forEach(each -> found.computeIfAbsent(each.number(), _ -> new java.util.ArrayList<>())
                        .add(each.item()));
        return found;
    }

    /** A person's line in a review, by login in any case; without a number in the newest review that has one. */
    public Optional<ReviewItem> latestOf(long org, @Nullable Integer number, String login) {
        return Optional.ofNullable(database.first("""
            select * from seat_review_item
            where org_id = ? and lower(login) = lower(?) and (?::int is null or number = ?)
            order by number desc limit 1
            """, ReviewItemStore::item, org, login, number, number));
    }

    private record Numbered(int number, ReviewItem item) {}

    /** True if it was proposed until now. The seat is left alone from then on. */
    public boolean keep(long org, int number, long person, Who by, @Nullable String reason, Instant now) {
        boolean news = database.update("""
            update seat_review_item
            set state = 'kept', detail = ?, changed_at = ?, changed_by_id = ?, changed_by_login = ?
            where org_id = ? and number = ? and person_id = ? and state = 'candidate'
            """, reason, now, by.personId(), by.login(), org, number, person) == 1;
        if (news) {
            kept.leaveAlone(org, person, now);
        }
        return news;
    }

    /** True if it was proposed until now. */
    public boolean leaveOut(long org, int number, long person, Word why, Instant now) {
        return change(org, number, person, "candidate", "left_out", why.name().toLowerCase(Locale.ROOT), now);
    }

    /** It was proposed, and GitHub does not take it back. True if that is news. */
    public boolean fail(long org, int number, long person, String reason, Instant now) {
        return change(org, number, person, "candidate", "failed", reason, now);
    }

    private boolean change(
            long org, int number, long person, String from, String to, @Nullable String detail, Instant now) {
        return database.update("""
            update seat_review_item set state = ?, detail = ?, changed_at = ?
            where org_id = ? and number = ? and person_id = ? and state = ?
            """, to, detail, now, org, number, person, from) == 1;
    }

    /** Somebody else took it back. True if that is news. */
    public boolean removedByHand(long org, int number, long person, LocalDate endsOn, RemovedBy by, Instant now) {
        return database.update("""
            update seat_review_item set state = 'removed', ends_on = ?, removed_by = ?, changed_at = ?
            where org_id = ? and number = ? and person_id = ? and state = 'candidate'
            """, endsOn, by.key(), now, org, number, person) == 1;
    }

    /**
     * Claims seats for one request that cancels them: those that are still proposed in a review that is still being
     * carried out.
     *
     * @return who is claimed; none where nothing is left to send
     */
    public List<Long> claimRemoval(long org, int number, Collection<Long> people, UUID write, Instant now) {
        return database.inTransaction(() -> {
            boolean executing = reviews.lockOpen(org)
                    .filter(review -> review.number() == number
                            && review.state() instanceof dev.flightlog.review.ReviewState.Executing
                            && review.halted().isEmpty())
                    .isPresent();
            return executing ? claim(org, number, people, "candidate", "removing", "cancel", write, now) : List.of();
        });
    }

    /** As {@link #claimRemoval}, for one request that gives seats back which were taken. */
    public List<Long> claimUndo(long org, int number, Collection<Long> people, UUID write, Instant now) {
        return database.inTransaction(() -> claim(org, number, people, "removed", "undoing", "assign", write, now));
    }

    private List<Long> claim(
            long org,
            int number,
            Collection<Long> people,
            String from,
            String to,
            String kind,
            UUID write,
            Instant now) {
        List<Long> claimed =
                database.list("""
                    update seat_review_item set state = ?, write_id = ?, changed_at = ?
                    where org_id = ? and number = ? and person_id = any(?::bigint[]) and state = ? and team is null
                    returning person_id
                    """, row -> row.number("person_id"), to, write, now, org, number, people, from);
        if (!claimed.isEmpty()) {
            writes.insert(org, write, kind, claimed.size(), now);
        }
        return claimed;
    }

    /** A claimed cancellation took place. True if that is news. */
    public boolean removed(long org, int number, long person, UUID write, LocalDate endsOn, Instant now) {
        return settle(org, number, person, write, "removed", endsOn, now);
    }

    /**
     * A claimed cancellation did not take place: the seat is kept where somebody said so meanwhile, else it may be claimed
     * again.
     *
     * @return what it is now; nothing where that is no news
     */
    public Optional<ItemState> proposedAgain(long org, int number, long person, UUID write, Instant now) {
        return notTaken(org, number, person, write, null, false, now);
    }

    /** As {@link #proposedAgain}, but GitHub refused it or contradicts itself: it is not claimed again. */
    public Optional<ItemState> failed(
            long org, int number, long person, UUID write, ItemState.Failed how, Instant now) {
        return notTaken(org, number, person, write, how.reason(), how.refused(), now);
    }

    private Optional<ItemState> notTaken(
            long org, int number, long person, UUID write, @Nullable String failed, boolean refused, Instant now) {
        Optional<ItemState> news = Optional.ofNullable(
                database.first("""
                    update seat_review_item
                    set state = case when changed_by_id is not null then 'kept'
                                     when ?::text is null then 'candidate' else 'failed' end
                      , detail = case when changed_by_id is null then ?::text else detail end
                      , refused = changed_by_id is null and ?, write_id = null, changed_at = ?
                    where org_id = ? and number = ? and person_id = ? and write_id = ? and state = 'removing'
                    returning *
                    """, ReviewItemStore::state, failed, failed, refused, now, org, number, person, write));
        if (news.filter(ItemState.Kept.class::isInstance).isPresent()) {
            kept.leaveAlone(org, person, now);
        }
        return news;
    }

    /** A claimed undo took place: the seat is left alone from then on. */
    public boolean undone(long org, int number, long person, UUID write, Instant now) {
        boolean undone = settle(org, number, person, write, "undone", null, now);
        if (undone) {
            kept.leaveAlone(org, person, now);
        }
        return undone;
    }

    /** Somebody else took the cancellation back. True if that is news. */
    public boolean undoneByHand(long org, int number, long person, Instant now) {
        boolean undone = change(org, number, person, "removed", "undone", null, now);
        if (undone) {
            kept.leaveAlone(org, person, now);
        }
        return undone;
    }

    /** A claimed undo did not take place. */
    public boolean stillRemoved(long org, int number, long person, UUID write, LocalDate endsOn, Instant now) {
        return settle(org, number, person, write, "removed", endsOn, now);
    }

    private boolean settle(
            long org, int number, long person, UUID write, String state, @Nullable LocalDate endsOn, Instant now) {
        return database.update("""
            update seat_review_item
            set state = ?, detail = null, ends_on = coalesce(?, ends_on), write_id = null, changed_at = ?
              , removed_by = case when ? = 'removed' then 'review' else removed_by end
            where org_id = ? and number = ? and person_id = ? and write_id = ?
            """, state, endsOn, now, state, org, number, person, write) == 1;
    }

    private static ReviewItem item(Row row) throws SQLException {
        return new ReviewItem(
                row.integer("position"),
                row.number("person_id"),
                row.text("login"),
                SeatPlan.of(row.text("plan_type")),
                Optional.ofNullable(row.textOrNull("team")),
                row.instant("unused_since"),
                row.flag("ever_used"),
                state(row));
    }

    private static ItemState state(Row row) throws SQLException {
        String state = row.text("state");
        return switch (state) {
            case "candidate" -> new ItemState.Candidate();
            case "kept" -> keep(row).orElseThrow();
            case "left_out" ->
                new ItemState.LeftOut(Word.valueOf(row.text("detail").toUpperCase(Locale.ROOT)));
            case "removing" -> new ItemState.Removing(row.uuid("write_id"), keep(row));
            case "removed" ->
                new ItemState.Removed(
                        row.date("ends_on"),
                        RemovedBy.of(row.text("removed_by")),
                        keep(row).map(ItemState.Kept::by));
            case "failed" -> new ItemState.Failed(row.text("detail"), row.flag("refused"));
            case "undoing" -> new ItemState.Undoing(row.uuid("write_id"), row.date("ends_on"));
            case "undone" -> new ItemState.Undone(RemovedBy.of(row.text("removed_by")));
            default -> throw new IllegalStateException("state of an item must be known, but is " + state);
        };
    }

    private static Optional<ItemState.Kept> keep(Row row) throws SQLException {
        String reason = row.textOrNull("detail");
        return SeatTrailStore.who(row, "changed_by_id", "changed_by_login")
                .map(who -> new ItemState.Kept(who, Optional.ofNullable(reason)));
    }
}

package dev.flightlog.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyResult;
import dev.flightlog.seat.Exemption;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is proposed, who drops out, and whose seat may be taken back. */
class ReviewDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
    private static final Duration IDLE_AFTER = Duration.ofDays(60);
    private static final Who ADA = new Who(1_000, "ada");

    @Test
    void aSeatCanBeGivenBackUntilTheEndOfItsLastDay() {
        LocalDate last = LocalDate.of(2026, 12, 1);
        ItemState removed = new ItemState.Removed(last, RemovedBy.REVIEW);
        assertThat(ReviewDecisions.undoable(removed, last)).isTrue();
        assertThat(ReviewDecisions.undoable(removed, last.plusDays(1))).isFalse();
        assertThat(ReviewDecisions.undoable(new ItemState.Removed(last, RemovedBy.PEOPLE), last))
                .isFalse();
    }

    @Test
    void longestUnusedFirstAndNeverMoreThanTheMost() {
        Proposal proposal =
                propose(2, Map.of(), seat(1, 70, null), seat(2, 100, null), seat(3, null, null), seat(4, 80, 7L));

        assertThat(proposal.direct()).extracting(ReviewItem::personId).containsExactly(3L, 2L);
        assertThat(proposal.throughTeams()).extracting(ReviewItem::personId).containsExactly(4L);
        assertThat(proposal.more()).isEqualTo(1);
    }

    @Test
    void aSeatGivenLatelyIsNotProposedHoweverLongAgoItWasUsed() {
        Seat given = new Seat(
                1,
                "person-1",
                SeatPlan.BUSINESS,
                null,
                null,
                NOW.minus(Duration.ofDays(20)),
                null,
                NOW.minus(Duration.ofDays(200)),
                null,
                null,
                null,
                Set.of());

        assertThat(propose(50, Map.of(), given).items()).isEmpty();
        assertThat(propose(50, Map.of(), seat(1, 60, null)).items()).isEmpty();
        assertThat(propose(50, Map.of(), seat(1, 61, null)).items()).hasSize(1);
    }

    @Test
    void keptSeatsAreLeftAloneUntilTheirTime() {
        Map<Long, Instant> kept = Map.of(1L, NOW.plusMillis(1), 2L, NOW);

        assertThat(propose(50, kept, seat(1, 90, null), seat(2, 90, null)).items())
                .extracting(ReviewItem::personId)
                .containsExactly(2L);
    }

    @Test
    void nothingIsRemovableWithoutNoticeApprovalOrTheSameList() {
        List<ReviewItem> list =
                propose(50, Map.of(), seat(1, 90, null), seat(2, 90, null)).items();
        Map<Long, SeatNow> seats = Map.of(1L, held(seat(1, 90, null)), 2L, held(seat(2, 90, null)));
        Approval approval = new Approval(ADA, NOW, ListDigest.of(list), 2);
        ReviewState executing = new ReviewState.Executing(approval);

        assertThat(removable(review(executing, NOW), list, seats, 10)).hasSize(2);
        assertThat(removable(review(executing, NOW.plusMillis(1)), list, seats, 10))
                .isEmpty();
        assertThat(removable(review(new ReviewState.Proposed(), NOW), list, seats, 10))
                .isEmpty();
        assertThat(removable(review(new ReviewState.Cancelled(ADA, NOW), NOW), list, seats, 10))
                .isEmpty();
        assertThat(removable(review(executing, NOW), list.subList(0, 1), seats, 10))
                .isEmpty();
        assertThat(removable(review(executing, NOW), list, seats, 2)).hasSize(1);
        assertThat(removable(review(executing, NOW), list, seats, 1)).isEmpty();
        assertThat(removable(
                        review(new ReviewState.Executing(new Approval(ADA, NOW, approval.digest(), 1)), NOW),
                        list,
                        seats,
                        10))
                .hasSize(1);
    }

    /** Random people in random states: whoever may be taken back is in the list, idle, direct, a member, and not kept. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nobodyIsRemovableWhoShouldNotBe(long seed) {
        Random chance = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Seat> before = Stream.iterate(1L, id -> id + 1)
                    .limit(1 + chance.nextInt(12))
                    .map(id -> seat(id, chance.nextInt(5) == 0 ? null : 30 + chance.nextInt(100), team(chance)))
                    .toList();
            List<ReviewItem> list =
                    new ArrayList<>(propose(1 + chance.nextInt(8), Map.of(), before.toArray(Seat[]::new))
                            .items());
            Approval approval = new Approval(ADA, NOW, ListDigest.of(list), chance.nextInt(10));
            list.replaceAll(item -> in(item, state(chance)));
            Map<Long, SeatNow> now = new HashMap<>();
            before.forEach(seat -> now.put(seat.personId(), later(seat, chance)));
            now.put(99L, held(seat(99, 300, null)));
            int goingOn = chance.nextInt(10);
            Instant noticeEnds = NOW.minusSeconds(chance.nextInt(3) - 1L);
            Review review = review(new ReviewState.Executing(approval), noticeEnds);

            List<ReviewItem> removable = removable(review, list, now, goingOn);

            if (noticeEnds.isAfter(NOW)) {
                assertThat(removable).isEmpty();
            }
            assertThat(removable.size()).isLessThanOrEqualTo(Math.max(0, Math.min(approval.seats(), goingOn - 1)));
            long onTheWay = list.stream()
                    .filter(item -> item.state() instanceof ItemState.Removing)
                    .filter(item -> now.getOrDefault(item.personId(), SeatNow.GONE)
                            .seat()
                            .filter(seat -> seat.pendingCancellationDate() == null)
                            .isPresent())
                    .count();
            assertThat(removable.size()).isLessThanOrEqualTo((int) Math.max(0, goingOn - 1 - onTheWay));
            assertThat(removable).allSatisfy(item -> {
                SeatNow known = now.getOrDefault(item.personId(), SeatNow.GONE);
                Seat seat = known.seat().orElseThrow();
                assertThat(list).contains(item);
                assertThat(item.state()).isInstanceOf(ItemState.Candidate.class);
                assertThat(known.member()).isTrue();
                assertThat(seat.assigningTeamId()).isNull();
                assertThat(seat.pendingCancellationDate()).isNull();
                assertThat(seat.login()).isNotEqualTo("exempt");
                assertThat(seat.lastKnownActivity().orElse(seat.createdAt())).isBefore(NOW.minus(IDLE_AFTER));
            });
        }
    }

    @Test
    void aReviewStartsOnItsDayAndNotTooOften() {
        Policy policy = policy("reviews: {every: 4w, day: monday}");
        Instant monday = Instant.parse("2026-11-16T08:00:00Z");

        assertThat(ReviewSchedule.due(policy, Optional.empty(), monday)).isTrue();
        assertThat(ReviewSchedule.due(policy, Optional.empty(), monday.minusMillis(1)))
                .isFalse();
        assertThat(ReviewSchedule.due(policy, Optional.empty(), monday.plus(Duration.ofHours(25))))
                .isFalse();
        assertThat(ReviewSchedule.due(policy, Optional.of(monday.minus(Duration.ofDays(28))), monday))
                .isTrue();
        assertThat(ReviewSchedule.due(policy, Optional.of(monday.minus(Duration.ofDays(27))), monday))
                .isFalse();
        assertThat(ReviewSchedule.due(policy("reviews: {day: monday}"), Optional.empty(), monday))
                .isFalse();
    }

    @Test
    void whatIsNotKnownIsLookedUpAndNotGuessed() {
        SeatNow running = held(seat(1, 90, null));
        SeatNow ending = held(ending(seat(1, 90, null)));
        SeatWrite lost = new SeatWrite(UUID.randomUUID(), NOW, 1, Optional.empty());
        SeatWrite done = new SeatWrite(UUID.randomUUID(), NOW, 1, Optional.of(new SeatWrite.Answer(NOW, 1)));
        SeatWrite odd = new SeatWrite(UUID.randomUUID(), NOW, 2, Optional.of(new SeatWrite.Answer(NOW, 1)));

        assertThat(Settlement.ofCancellation(lost, ending, NOW))
                .isEqualTo(new Settlement.Happened(LocalDate.of(2026, 12, 1)));
        assertThat(Settlement.ofCancellation(lost, running, NOW.plusSeconds(29)))
                .isInstanceOf(Settlement.NotKnownYet.class);
        assertThat(Settlement.ofCancellation(lost, running, NOW.plusSeconds(30)))
                .isInstanceOf(Settlement.DidNotHappen.class);
        assertThat(Settlement.ofCancellation(done, running, NOW.plusSeconds(60)))
                .isInstanceOf(Settlement.NotKnownYet.class);
        assertThat(Settlement.ofCancellation(done, running, NOW.plus(Duration.ofMinutes(15))))
                .isInstanceOf(Settlement.Contradicted.class);
        assertThat(Settlement.ofCancellation(odd, running, NOW)).isInstanceOf(Settlement.Contradicted.class);
        assertThat(Settlement.ofCancellation(done, SeatNow.GONE, NOW)).isInstanceOf(Settlement.Happened.class);
        assertThat(Settlement.ofCancellation(lost, SeatNow.GONE, NOW)).isInstanceOf(Settlement.DidNotHappen.class);
        assertThat(Settlement.ofAssignment(lost, SeatNow.GONE, NOW.plusSeconds(30)))
                .isInstanceOf(Settlement.DidNotHappen.class);
        assertThat(Settlement.ofAssignment(done, running, NOW)).isInstanceOf(Settlement.Happened.class);
    }

    /** GitHub's list does not say which seats the enterprise assigned: its refusal does. */
    @Test
    void aSeatThatGitHubRefusedToTakeBackIsProposedAgainOnlyWhenItWasGivenSince() {
        Instant given = seat(1, 90, null).createdAt();
        Map<Long, Instant> refused =
                Map.of(1L, given.plusSeconds(1), 2L, given.minusSeconds(1), 3L, given.plusSeconds(1));

        Proposal proposal = ReviewDecisions.propose(
                List.of(seat(1, 90, null), seat(2, 80, null), seat(3, 70, 7L), seat(4, 1, null)),
                SeatRules.DEFAULTS,
                IDLE_AFTER,
                50,
                new LeftAlone(Map.of(), refused),
                NOW);

        assertThat(proposal.direct()).extracting(ReviewItem::personId).containsExactly(2L);
        assertThat(proposal.throughTeams()).extracting(ReviewItem::personId).containsExactly(3L);
        assertThat(proposal.refused()).isEqualTo(1);
        assertThat(proposal.more()).isZero();
    }

    @Test
    void peopleTakeSeatsBackByAListingOfAfterTheNoticeAndTheApproval() {
        Instant approved = NOW.minus(Duration.ofHours(2));
        Instant over = NOW.minus(Duration.ofHours(3));
        Review review = review(new ReviewState.Executing(new Approval(ADA, approved, "0".repeat(64), 2)), over);

        assertThat(ReviewDecisions.enoughForHandWork(review, approved, NOW)).isTrue();
        assertThat(ReviewDecisions.enoughForHandWork(review, approved.minusSeconds(1), NOW))
                .as("read before the approval")
                .isFalse();
        assertThat(ReviewDecisions.enoughForHandWork(review, approved, NOW.plus(Duration.ofHours(5))))
                .as("two readings ago")
                .isFalse();
        Review longApproved = review(
                new ReviewState.Executing(new Approval(ADA, NOW.minus(Duration.ofDays(5)), "0".repeat(64), 2)), over);
        assertThat(ReviewDecisions.enoughForHandWork(longApproved, over.minusSeconds(1), NOW))
                .as("read in the notice")
                .isFalse();
    }

    private static Proposal propose(int most, Map<Long, Instant> kept, Seat... seats) {
        return ReviewDecisions.propose(
                List.of(seats), SeatRules.DEFAULTS, IDLE_AFTER, most, new LeftAlone(kept, Map.of()), NOW);
    }

    private static List<ReviewItem> removable(
            Review review, List<ReviewItem> list, Map<Long, SeatNow> seats, int goingOn) {
        SeatRules rules = SeatRules.DEFAULTS.withExemptions(
                List.of(new Exemption.ForUser("exempt", Optional.empty(), Optional.empty())));
        return ReviewDecisions.removableNow(ReviewBoard.of(review, list, seats, goingOn, rules, NOW));
    }

    private static Review review(ReviewState state, Instant noticeEnds) {
        return new Review(
                1,
                state,
                NOW.minus(Duration.ofDays(7)),
                Optional.empty(),
                IDLE_AFTER,
                Duration.ofDays(7),
                0,
                Optional.of(NOW.minus(Duration.ofDays(7))),
                Optional.of(noticeEnds),
                Optional.empty(),
                Optional.empty());
    }

    private static Seat seat(long person, @Nullable Integer daysAgo, @Nullable Long team) {
        return new Seat(
                person,
                "person-" + person,
                SeatPlan.BUSINESS,
                team,
                team == null ? null : "platform",
                Instant.parse("2026-01-05T10:00:00Z"),
                null,
                daysAgo == null ? null : NOW.minus(Duration.ofDays(daysAgo)),
                null,
                null,
                null,
                Set.of());
    }

    private static Seat ending(Seat seat) {
        return with(seat, seat.login(), seat.assigningTeamId(), LocalDate.of(2026, 12, 1), seat.lastActivityAt());
    }

    private static Seat with(
            Seat seat, String login, @Nullable Long team, @Nullable LocalDate ends, @Nullable Instant active) {
        return new Seat(
                seat.personId(),
                login,
                seat.plan(),
                team,
                team == null ? null : "platform",
                seat.createdAt(),
                ends,
                active,
                null,
                null,
                null,
                Set.of());
    }

    private static SeatNow held(Seat seat) {
        return new SeatNow(Optional.of(seat), true);
    }

    private static SeatNow later(Seat seat, Random chance) {
        return switch (chance.nextInt(8)) {
            case 0 -> SeatNow.GONE;
            case 1 -> new SeatNow(Optional.empty(), true);
            case 2 -> held(ending(seat));
            case 3 -> held(with(seat, seat.login(), 7L, null, seat.lastActivityAt()));
            case 4 -> held(with(seat, "exempt", seat.assigningTeamId(), null, seat.lastActivityAt()));
            case 5 -> held(with(seat, seat.login(), seat.assigningTeamId(), null, NOW.minusSeconds(5)));
            default -> held(seat);
        };
    }

    private static @Nullable Long team(Random chance) {
        return chance.nextInt(4) == 0 ? 7L : null;
    }

    private static ItemState state(Random chance) {
        return switch (chance.nextInt(9)) {
            case 0 -> new ItemState.Kept(ADA, Optional.empty());
            case 1 -> new ItemState.Removing(new UUID(0, 1));
            case 2 -> new ItemState.Failed("refused", true);
            case 3 -> new ItemState.Undone(RemovedBy.REVIEW);
            default -> new ItemState.Candidate();
        };
    }

    private static ReviewItem in(ReviewItem item, ItemState state) {
        return new ReviewItem(
                item.position(),
                item.personId(),
                item.login(),
                item.plan(),
                item.team(),
                item.unusedSince(),
                item.everUsed(),
                state);
    }

    private static Policy policy(String text) {
        return switch (PolicyParser.parse(text)) {
            case PolicyResult.Valid valid -> valid.policy();
            case PolicyResult.Invalid invalid -> throw new IllegalArgumentException(invalid.toString());
        };
    }
}

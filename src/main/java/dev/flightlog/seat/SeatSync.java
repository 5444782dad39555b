package dev.flightlog.seat;

import dev.flightlog.copilot.CopilotPlan;
import dev.flightlog.copilot.CopilotSeats;
import dev.flightlog.copilot.SeatPage;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Pace;
import dev.flightlog.seat.SeatReadingResult.Read;
import dev.flightlog.seat.SeatReadingResult.Refused;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all seats of an organization: network first, page by page and without a transaction, then one transaction that
 * puts the listing in force.
 *
 * <p>A listing can move while its pages are read, so that a person slips from a page not read yet to one that was. When
 * fewer people came than GitHub says there are, it is read once more. If the second round is complete it counts alone;
 * else everybody seen in either round counts. A listing that even then lacks more than a tenth is refused; seats of
 * people who are invited are counted and not listed, and are not missed.
 *
 * <p>A listing proves that a person has no seat only when it names as many people as GitHub counts seats. Whatever else
 * it lacks, people who are known and not named are asked about one by one ({@link UnlistedSeats}), and a seat ends only
 * when GitHub says so of that person. So seats end although GitHub's count never fits its listing, and none ends because
 * of a page. Where the listing does not say how many seats there are, the plan's breakdown does; where neither does,
 * the listing proves nobody's absence.
 */
@Singleton
public class SeatSync {
    private static final Logger LOG = LoggerFactory.getLogger(SeatSync.class);
    private static final int PERCENT_NEEDED = 90;

    private final CopilotSeats github;
    private final UnlistedSeats unlisted;
    private final SeatListingStore listings;
    private final SeatStore seats;
    private final InstantSource clock;

    SeatSync(
            CopilotSeats github,
            UnlistedSeats unlisted,
            SeatListingStore listings,
            SeatStore seats,
            InstantSource clock) {
        this.github = github;
        this.unlisted = unlisted;
        this.listings = listings;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Reads and stores.
     *
     * @throws GitHubException when GitHub does not answer or refuses; nothing has changed then
     */
    public SeatReadingResult read(long organizationId, String login, Access access) {
        SeatListing listing = new SeatListing(organizationId, UUID.randomUUID(), clock.instant());
        listings.clearBrokenOff(listing);
        try {
            CopilotPlan plan = plan(organizationId, access, login);
            Round round = readCompletely(listing, access, login, plan);
            Optional<Refused> refused = refused(listing, plan, round);
            return refused.isPresent() ? refused.get() : apply(listing, access, login, plan, round);
        } finally {
            listings.clear(listing);
        }
    }

    /** An account with a payment problem (422) has seats all the same, and the plan that it had. */
    private CopilotPlan plan(long organizationId, Access access, String login) {
        try {
            return github.plan(access, login);
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.Refused) {
                return CopilotPlan.lastTold(seats.lastPlanType(organizationId));
            }
            throw refused;
        }
    }

    private Round readCompletely(SeatListing listing, Access access, String login, CopilotPlan plan) {
        Round first = readRound(listing, 1, access, login, plan);
        if (first.isComplete() || first.counted().isEmpty()) {
            return first;
        }
        LOG.info("the seat listing of {} moved while it was read; reading it once more", login);
        Round second = readRound(listing, 2, access, login, plan);
        if (second.isComplete()) {
            listings.keepSecondRound(listing);
        }
        return second;
    }

    private Round readRound(SeatListing listing, int number, Access access, String login, CopilotPlan plan) {
        Round round = new Round(plan.breakdown().total());
        Pace pace = Pace.ofReading(seats.count(listing.organizationId()) > 0);
        github.eachPage(access, login, planType(plan), pace, page -> {
            round.add(page);
            listings.add(listing, number, page.seats());
        });
        return round;
    }

    private Optional<Refused> refused(SeatListing listing, CopilotPlan plan, Round round) {
        int listed = listings.count(listing, 1);
        int known = seats.count(listing.organizationId());
        if (listed == 0 && known > 0 && !plan.hasNoSeats()) {
            return Optional.of(new Refused(
                    "GitHub listed no seats, but " + known + " are known; the last listing stays in force."));
        }
        Integer told = plan.breakdown().pendingInvitation();
        int invited = told == null ? 0 : Math.max(0, told);
        if (listed == 0 && known == 0) {
            Optional<Refused> unbelievable = emptyAtFirst(plan.breakdown().total(), invited, round);
            if (unbelievable.isPresent()) {
                return unbelievable;
            }
        }
        int entries = Math.max(listed, round.entries);
        long needed = round.expected().orElse(0) - (long) invited;
        if (entries * 100L < needed * PERCENT_NEEDED) {
            return Optional.of(new Refused("GitHub listed " + entries + " of "
                    + round.expected().orElse(0) + " seats, also when asked again; the last listing stays in force."));
        }
        return Optional.empty();
    }

    /** While no seat is known, an empty listing is believed only where GitHub counts none. */
    private static Optional<Refused> emptyAtFirst(@Nullable Integer inPlan, int invited, Round round) {
        if (inPlan != null && inPlan > invited) {
            return Optional.of(new Refused("GitHub's listing of seats names nobody, but its plan counts "
                    + Numbers.plural(inPlan, "seat") + ". Flightlog asks again within six hours."));
        }
        return round.counted().isPresent()
                ? Optional.empty()
                : Optional.of(new Refused("GitHub's listing of seats names nobody, and GitHub does not say how many"
                        + " seats there are. Flightlog asks again within six hours."));
    }

    private Read apply(SeatListing listing, Access access, String login, CopilotPlan plan, Round round) {
        int listed = listings.count(listing, 1);
        if (round.isComplete() && listed >= round.counted().orElseThrow()) {
            return new Read(
                    seats.apply(listing, plan, round.unreadable, List.of()),
                    round.unreadable,
                    Shortfall.NONE,
                    round.future);
        }
        UnlistedSeats.Answers answers = unlisted.ask(listing, access, login, planType(plan));
        SeatChanges changes = seats.apply(listing, plan, round.unreadable, answers.open());
        int entries = Math.max(listed, round.entries);
        return new Read(changes, round.unreadable, answers.shortfall(round.expected(), entries), round.future);
    }

    private static String planType(CopilotPlan plan) {
        return plan.planType() == null ? "unknown" : plan.planType();
    }

    /** What the pages of one round said; the last page's total is the one that counts. */
    private static final class Round {
        private @Nullable Integer total;
        private int unreadable;
        private int entries;
        private int future;

        /** @param inPlan seats that the plan counts, which holds where the listing does not say */
        Round(@Nullable Integer inPlan) {
            total = inPlan;
        }

        void add(SeatPage page) {
            if (page.totalSeats() != null) {
                total = page.totalSeats();
            }
            unreadable += page.unreadable();
            entries += page.seats().size();
            future += page.future();
        }

        /**
         * True when there were as many entries as GitHub counts; a person may have two, so people are not compared.
         * Without a count nothing is known to be complete.
         */
        boolean isComplete() {
            OptionalInt expected = expected();
            return expected.isPresent() && entries >= expected.getAsInt();
        }

        /** Seats that GitHub counts. */
        OptionalInt counted() {
            return total == null ? OptionalInt.empty() : OptionalInt.of(total);
        }

        /** Entries that should have been listed. */
        OptionalInt expected() {
            return total == null ? OptionalInt.empty() : OptionalInt.of(Math.max(0, total - unreadable));
        }
    }
}

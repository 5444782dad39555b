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
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all seats of an organization: network first, page by page and without a transaction, then one transaction that
 * puts the listing in force.
 *
 * <p>A listing can move while its pages are read, so that a person slips from a page not read yet to one that was. When
 * fewer people came than GitHub says there are, it is read once more. If the second round is complete it counts alone;
 * else everybody seen in either round counts: a seat given up in between is ended one reading later, and nobody's seat
 * is ended because of a page boundary. A listing that even then lacks more than a tenth is refused.
 */
@Singleton
public class SeatSync {
    private static final Logger LOG = LoggerFactory.getLogger(SeatSync.class);
    private static final int PERCENT_NEEDED = 90;

    private final CopilotSeats github;
    private final SeatListingStore listings;
    private final SeatStore seats;
    private final InstantSource clock;

    SeatSync(CopilotSeats github, SeatListingStore listings, SeatStore seats, InstantSource clock) {
        this.github = github;
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
            return judge(listing, plan, readCompletely(listing, access, login, plan));
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
        if (first.isComplete()) {
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
        Round round = new Round();
        Pace pace = Pace.ofReading(seats.count(listing.organizationId()) > 0);
        String planType = plan.planType() == null ? "unknown" : plan.planType();
        github.eachPage(access, login, planType, pace, page -> {
            round.add(page);
            listings.add(listing, number, page.seats());
        });
        return round;
    }

    private SeatReadingResult judge(SeatListing listing, CopilotPlan plan, Round round) {
        int listed = listings.count(listing, 1);
        int known = seats.count(listing.organizationId());
        if (listed == 0 && known > 0 && !plan.hasNoSeats()) {
            return new Refused("GitHub listed no seats, but " + known + " are known; the last listing stays in force.");
        }
        int entries = Math.max(listed, round.entries);
        if (entries * 100L < round.expected() * (long) PERCENT_NEEDED) {
            return new Refused("GitHub listed " + entries + " of " + round.expected()
                    + " seats, also when asked again; the last listing stays in force.");
        }
        return new Read(seats.apply(listing, plan, round.unreadable), round.unreadable);
    }

    /** What the pages of one round said; the last page's total is the one that counts. */
    private static final class Round {
        private int total;
        private int unreadable;
        private int entries;

        void add(SeatPage page) {
            total = page.totalSeats();
            unreadable += page.unreadable();
            entries += page.seats().size();
        }

        /** True when there were as many entries as GitHub counts; a person may have two, so people are not compared. */
        boolean isComplete() {
            return entries >= expected();
        }

        /** Entries that should have been listed. */
        int expected() {
            return Math.max(0, total - unreadable);
        }
    }
}

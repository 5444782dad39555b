package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.policy.Policy;
import dev.flightlog.review.Proposal;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.ReviewSchedule;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.ReviewReply.Done;
import dev.flightlog.review.act.ReviewReply.Nothing;
import dev.flightlog.review.act.ReviewReply.Refused;
import dev.flightlog.review.store.KeptSeatStore;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.seat.SeatFactsStore;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts seat reviews: by hand, by the policy's schedule, and without starting one for the dry run of a policy. */
@Singleton
public class ReviewStart {
    private final ReviewStore reviews;
    private final ReviewItemStore items;
    private final KeptSeatStore kept;
    private final SeatTrailStore trail;
    private final SeatFactsStore seats;
    private final Readiness readiness;
    private final ReviewIssue issue;
    private final Policies policies;
    private final JobQueue jobs;
    private final Database database;
    private final InstantSource clock;

    ReviewStart(
            ReviewStore reviews,
            ReviewItemStore items,
            KeptSeatStore kept,
            SeatTrailStore trail,
            SeatFactsStore seats,
            Readiness readiness,
            ReviewIssue issue,
            Policies policies,
            JobQueue jobs,
            Database database,
            InstantSource clock) {
        this.reviews = reviews;
        this.items = items;
        this.kept = kept;
        this.trail = trail;
        this.seats = seats;
        this.readiness = readiness;
        this.issue = issue;
        this.policies = policies;
        this.jobs = jobs;
        this.database = database;
        this.clock = clock;
    }

    /** Starts a review of now, unless one is open; its job posts the issue. For pages, which do not wait for that. */
    public ReviewReply start(Organization organization, Actor actor) {
        return whyNotStarted(organization, actor).orElseGet(() -> {
            Review review = startedBy(organization.id(), actor).orElseThrow();
            moveOn(organization.id());
            return started(organization, review, issue.url(organization.id(), review.number()));
        });
    }

    /**
     * As {@link #start}, and posts the issue before the answer, which links it. For a job, which is run again where it fails.
     *
     * @throws dev.flightlog.github.GitHubException when GitHub does not take the issue; the review is started
     */
    public ReviewReply startAndPost(Organization organization, Actor actor) {
        return whyNotStarted(organization, actor).orElseGet(() -> {
            Review review = startedBy(organization.id(), actor).orElseThrow();
            Optional<String> url = issue.publish(organization, review.number());
            moveOn(organization.id());
            return started(organization, review, url);
        });
    }

    /** Nothing where this comment or click has started a review, now or when it was handled before. */
    private Optional<ReviewReply> whyNotStarted(Organization organization, Actor actor) {
        long org = organization.id();
        if (!actor.admin()) {
            return Optional.of(ReviewReply.adminsOnly());
        }
        if (startedBy(org, actor).isPresent()) {
            return Optional.empty();
        }
        Optional<Review> open = reviews.open(org);
        if (open.isPresent()) {
            return Optional.of(alreadyOpen(organization, open.get()));
        }
        Optional<String> obstacle = readiness.obstacle(org);
        if (obstacle.isPresent()) {
            return Optional.of(new Refused("No review was started.", obstacle.get()));
        }
        Policy policy = policies.inForce(org).policy();
        Proposal proposal = propose(org, policy.seats(), policy.reviews());
        if (proposal.direct().isEmpty()) {
            return Optional.of(nobody(policy, proposal));
        }
        insert(org, policy, proposal, actor.who(), actor.origin());
        return startedBy(org, actor).isPresent()
                ? Optional.empty()
                : Optional.of(alreadyOpen(organization, reviews.open(org).orElseThrow()));
    }

    /** The review that this comment or click has started; its job may run again after the review has ended. */
    private Optional<Review> startedBy(long org, Actor actor) {
        return trail.by(org, actor.origin(), Action.STARTED).stream()
                .map(TrailEntry::review)
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(number -> reviews.find(org, number));
    }

    /** What a review that starts now would propose. */
    public Proposal propose(long org, SeatRules rules, Policy.Reviews policy) {
        return ReviewDecisions.propose(
                seats.current(org), rules, policy.idleAfter(), policy.maxSeats(), kept.leftAlone(org), clock.instant());
    }

    /** Starts the review that the policy's schedule wants now; nothing where none is due, or nobody is to be proposed. */
    void startIfDue(Organization organization) {
        long org = organization.id();
        Policy policy = policies.inForce(org).policy();
        Optional<Instant> last = reviews.latest(org).map(Review::startedAt);
        if (reviews.open(org).isEmpty()
                && ReviewSchedule.due(policy, last, clock.instant())
                && readiness.obstacle(org).isEmpty()) {
            Proposal proposal = propose(org, policy.seats(), policy.reviews());
            if (!proposal.direct().isEmpty()) {
                insert(org, policy, proposal, null, null);
            }
        }
    }

    private void insert(long org, Policy policy, Proposal proposal, @Nullable Who by, @Nullable String origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.transact(() -> items.start(
                        org, by, policy.reviews().idleAfter(), policy.reviews().notice(), proposal, now)
                .ifPresent(number -> {
                    String detail = Numbers.plural(proposal.direct().size(), "seat") + " not used for more than "
                            + Numbers.plural(policy.reviews().idleAfter().toDays(), "day")
                            + (proposal.refused() == 0 ? "" : "; not in the list: " + refused(proposal))
                            + (by == null ? ", as the policy's schedule says" : "");
                    trail.add(
                            org,
                            TrailEntry.ofReview(now, Action.STARTED, Optional.ofNullable(by), number, detail),
                            origin);
                    proposal.items().forEach(item -> trail.add(org, proposed(now, number, item)));
                }));
    }

    private static TrailEntry proposed(Instant now, int number, ReviewItem item) {
        String since = (item.everUsed() ? "not used since " : "never used, there since ")
                + LocalDate.ofInstant(item.unusedSince(), ZoneOffset.UTC);
        return TrailEntry.ofSeat(
                now,
                Action.PROPOSED,
                Optional.empty(),
                number,
                new Who(item.personId(), item.login()),
                since + item.team().map(team -> ", held through team " + team).orElse(""));
    }

    private ReviewReply started(Organization organization, Review review, Optional<String> url) {
        return new Done(
                "The review proposes " + Numbers.plural(proposed(organization, review), "seat") + ".",
                url.map(address -> "[The issue](" + address + ")").orElse("Its issue is being posted."));
    }

    private int proposed(Organization organization, Review review) {
        return (int) items.of(organization.id(), review.number()).stream()
                .filter(ReviewItem::direct)
                .count();
    }

    private ReviewReply alreadyOpen(Organization organization, Review review) {
        return new Refused("A seat review is open already.", issue.link(organization.id(), review) + "One at a time.");
    }

    private ReviewReply nobody(Policy policy, Proposal proposal) {
        int throughTeams = proposal.throughTeams().size();
        String teams = throughTeams == 0
                ? ""
                : Numbers.plural(throughTeams, "unused seat") + (throughTeams == 1 ? " is" : " are")
                        + " held through a team: only a change of the team ends "
                        + (throughTeams == 1 ? "it" : "them") + ".";
        return new Nothing(
                "There is nothing to review: no seat that was assigned directly was unused for more than "
                        + Numbers.plural(policy.reviews().idleAfter().toDays(), "day") + ".",
                Stream.of(teams, proposal.refused() == 0 ? "" : "Not proposed: " + refused(proposal) + ".")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n\n")));
    }

    private static String refused(Proposal proposal) {
        return Numbers.plural(proposal.refused(), "seat") + " that GitHub refused to take back before";
    }

    private void moveOn(long org) {
        jobs.enqueue(ReviewJob.TYPE, new OrganizationJob(org));
    }
}

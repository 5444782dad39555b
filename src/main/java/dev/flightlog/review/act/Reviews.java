package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.review.Approval;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ListDigest;
import dev.flightlog.review.Proposal;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.ReviewSchedule;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.Told.Done;
import dev.flightlog.review.act.Told.Nothing;
import dev.flightlog.review.act.Told.Refused;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.text.ReviewMarkdown;
import dev.flightlog.seat.SeatFactsStore;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people and the schedule do with reviews: start, show, keep, approve, cancel. Taking seats back is the job's. */
@Singleton
public class Reviews {
    private final ReviewStore reviews;
    private final ReviewItemStore items;
    private final SeatTrailStore trail;
    private final SeatFactsStore seats;
    private final Readiness readiness;
    private final ReviewIssue issue;
    private final ReviewViews views;
    private final AccessRules access;
    private final Policies policies;
    private final JobQueue jobs;
    private final Database database;
    private final InstantSource clock;

    Reviews(
            ReviewStore reviews,
            ReviewItemStore items,
            SeatTrailStore trail,
            SeatFactsStore seats,
            Readiness readiness,
            ReviewIssue issue,
            ReviewViews views,
            AccessRules access,
            Policies policies,
            JobQueue jobs,
            Database database,
            InstantSource clock) {
        this.reviews = reviews;
        this.items = items;
        this.trail = trail;
        this.seats = seats;
        this.readiness = readiness;
        this.issue = issue;
        this.views = views;
        this.access = access;
        this.policies = policies;
        this.jobs = jobs;
        this.database = database;
        this.clock = clock;
    }

    /** Starts a review of now, unless one is open. */
    public Told start(Organization organization, Actor actor) {
        long org = organization.id();
        if (!actor.admin()) {
            return adminsOnly();
        }
        Optional<Review> open = reviews.open(org);
        if (open.isPresent()) {
            return trail.did(org, actor.origin(), Action.STARTED)
                    ? started(organization, open.get())
                    : alreadyOpen(organization, open.get());
        }
        Optional<String> obstacle = readiness.obstacle(org);
        if (obstacle.isPresent()) {
            return new Refused("No review was started.", obstacle.get());
        }
        Policy policy = policies.inForce(org).policy();
        Proposal proposal = propose(org, policy.seats(), policy.reviews());
        if (proposal.direct().isEmpty()) {
            return nobody(policy, proposal);
        }
        insert(org, policy, proposal, actor.who(), actor.origin());
        Review review = reviews.open(org).orElseThrow();
        return trail.did(org, actor.origin(), Action.STARTED)
                ? started(organization, review)
                : alreadyOpen(organization, review);
    }

    /** What a review that starts now would propose. */
    public Proposal propose(long org, SeatRules rules, Policy.Reviews policy) {
        return ReviewDecisions.propose(
                seats.current(org),
                rules,
                policy.idleAfter(),
                policy.maxSeats(),
                items.keptUntil(org),
                clock.instant());
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
                            + (by == null ? ", as the policy's schedule says" : "");
                    trail.add(
                            org,
                            TrailEntry.ofReview(now, Action.STARTED, Optional.ofNullable(by), number, detail),
                            origin);
                    moveOn(org);
                }));
    }

    private Told started(Organization organization, Review review) {
        String url = issue.publish(organization, review.number())
                .map(address -> "[The issue](" + address + ")")
                .orElse("");
        return new Done("The review proposes " + Numbers.plural(proposed(organization, review), "seat") + ".", url);
    }

    private int proposed(Organization organization, Review review) {
        return (int) items.of(organization.id(), review.number()).stream()
                .filter(ReviewItem::direct)
                .count();
    }

    private Told alreadyOpen(Organization organization, Review review) {
        return new Refused("A seat review is open already.", link(organization, review) + "One at a time.");
    }

    private Told nobody(Policy policy, Proposal proposal) {
        int throughTeams = proposal.throughTeams().size();
        String teams = throughTeams == 0
                ? ""
                : Numbers.plural(throughTeams, "unused seat") + (throughTeams == 1 ? " is" : " are")
                        + " held through a team: only a change of the team ends "
                        + (throughTeams == 1 ? "it" : "them") + ".";
        return new Nothing(
                "There is nothing to review: no seat that was assigned directly was unused for more than "
                        + Numbers.plural(policy.reviews().idleAfter().toDays(), "day") + ".",
                teams);
    }

    /** The open review; else how the last one ended. */
    public Told show(Organization organization) {
        Optional<Review> review = reviews.open(organization.id()).or(() -> reviews.latest(organization.id()));
        return review.<Told>map(found -> new Done(
                        ReviewMarkdown.verdict(views.of(organization, found, access.mayName(organization))),
                        link(organization, found) + "State: " + found.state().word() + "."))
                .orElseGet(() -> new Nothing("There was no seat review yet.", ""));
    }

    /** Stops the open review; nothing more is taken back. */
    public Told cancel(Organization organization, Actor actor) {
        long org = organization.id();
        if (!actor.admin()) {
            return adminsOnly();
        }
        if (trail.did(org, actor.origin(), Action.CANCELLED)) {
            return cancelled();
        }
        Instant now = clock.instant();
        return database.inTransaction(() -> {
            Review review = reviews.lockOpen(org).orElse(null);
            if (review == null) {
                return noneOpen();
            }
            boolean beingRemoved = items.of(org, review.number()).stream()
                    .anyMatch(item -> item.state() instanceof ItemState.Removing);
            if (beingRemoved) {
                return new Refused(
                        "Seats are being taken back at this moment.", "Ask again in a minute, or give them back then.");
            }
            reviews.cancel(org, review.number(), actor.who(), now);
            trail.add(
                    org,
                    TrailEntry.ofReview(now, Action.CANCELLED, Optional.of(actor.who()), review.number(), ""),
                    actor.origin());
            moveOn(org);
            return cancelled();
        });
    }

    private static Told cancelled() {
        return new Done("The seat review is cancelled.", "No more seats are taken back because of it.");
    }

    /**
     * Keeps a seat of the open review: one's own, or as an admin anybody's.
     *
     * @param login whose; the asker's own without
     */
    public Told keep(Organization organization, Actor actor, Optional<String> login, Optional<String> reason) {
        long org = organization.id();
        boolean own =
                login.isEmpty() || login.get().equalsIgnoreCase(actor.who().login());
        if (!own && !actor.admin()) {
            return new Refused("You can keep your own seat; admins can keep everybody's.", "");
        }
        Instant now = clock.instant();
        return database.inTransaction(() -> {
            Review review = reviews.lockOpen(org).orElse(null);
            if (review == null) {
                return noneOpen();
            }
            Optional<ReviewItem> item = items.of(org, review.number()).stream()
                    .filter(each -> own
                            ? each.personId() == actor.who().personId()
                            : each.login().equalsIgnoreCase(login.get()))
                    .findFirst();
            return item.map(found -> keep(org, review, actor, found, own, reason, now))
                    .orElseGet(() -> new Refused(
                            own
                                    ? "Your seat is not in the list of the open review."
                                    : Markdown.code(login.get()) + " is not in the list of the open review.",
                            ""));
        });
    }

    private Told keep(
            long org, Review review, Actor actor, ReviewItem item, boolean own, Optional<String> reason, Instant now) {
        String whose = own ? "Your seat" : "The seat of " + Markdown.code(item.login());
        return switch (item.state()) {
            case ItemState.Candidate _ -> {
                if (items.keep(org, review.number(), item.personId(), actor.who(), reason.orElse(null), now)) {
                    trail.add(
                            org,
                            TrailEntry.ofSeat(
                                    now,
                                    Action.KEPT,
                                    Optional.of(actor.who()),
                                    review.number(),
                                    new Who(item.personId(), item.login()),
                                    reason.orElse("")),
                            actor.origin());
                    moveOn(org);
                }
                yield kept(whose);
            }
            case ItemState.Kept _ -> kept(whose);
            case ItemState.LeftOut(var why) ->
                new Done(whose + " is not proposed any more: " + why.text() + ".", "Nothing happens to it.");
            case ItemState.Removing _, ItemState.Removed _ ->
                new Refused(
                        whose + " was taken back already.",
                        "An admin can give it back until it ends: " + command(org, "undo " + item.login()));
            case ItemState.Failed(String why) ->
                new Done(whose + " goes on.", "It was to be taken back, and was not: " + Markdown.text(why));
            case ItemState.Undoing _, ItemState.Undone _ -> new Done(whose + " was given back.", "");
        };
    }

    private static Told kept(String whose) {
        return new Done(
                whose + " is kept.", "Reviews leave it out for " + ReviewDecisions.KEPT_FOR.toDays() + " days.");
    }

    /** Agrees that the seats of the open review are taken back when the notice is over. */
    public Told approve(Organization organization, Actor actor) {
        long org = organization.id();
        if (!actor.admin()) {
            return adminsOnly();
        }
        Instant now = clock.instant();
        return database.inTransaction(() -> {
            Review review = reviews.lockOpen(org).orElse(null);
            if (review == null) {
                return noneOpen();
            }
            Optional<Approval> before = review.state().agreed();
            if (before.isPresent()) {
                return before.get().by().personId() == actor.who().personId()
                                && trail.did(org, actor.origin(), Action.APPROVED)
                        ? approved(review)
                        : new Refused("The review was approved already.", link(organization, review));
            }
            if (review.startedBy()
                    .filter(starter -> starter.personId() == actor.who().personId())
                    .isPresent()) {
                return new Refused(
                        "You started this review; another admin has to approve it.", link(organization, review));
            }
            List<ReviewItem> list = items.of(org, review.number());
            int mostSeats = (int) list.stream()
                    .filter(item -> item.direct() && item.state() instanceof ItemState.Candidate)
                    .count();
            Approval approval = new Approval(actor.who(), now, ListDigest.of(list), mostSeats);
            reviews.approve(org, review.number(), approval);
            trail.add(
                    org,
                    TrailEntry.ofReview(
                            now,
                            Action.APPROVED,
                            Optional.of(actor.who()),
                            review.number(),
                            "at most " + Numbers.plural(mostSeats, "seat") + ", list "
                                    + approval.digest().substring(0, 12)),
                    actor.origin());
            moveOn(org);
            return approved(reviews.find(org, review.number()).orElseThrow());
        });
    }

    private Told approved(Review review) {
        String when = review.noticeOver(clock.instant())
                ? "The notice is over: each seat is looked at once more and taken back now."
                : "Nothing is taken back before the notice is over. Until then people can keep their seats.";
        return new Done("The seat review is approved.", when);
    }

    private static Told adminsOnly() {
        return new Refused("Only admins may do this.", "");
    }

    private static Told noneOpen() {
        return new Nothing("No seat review is open.", "");
    }

    private String link(Organization organization, Review review) {
        return issue.url(organization.id(), review.number())
                .map(url -> "[The issue](" + url + ")\n\n")
                .orElse("");
    }

    private String command(long org, String words) {
        return Markdown.code(policies.inForce(org).policy().commands().prefix() + " " + words);
    }

    private void moveOn(long org) {
        jobs.enqueue(ReviewJob.TYPE, Long.toString(org), new ReviewJob.Data(org));
    }
}

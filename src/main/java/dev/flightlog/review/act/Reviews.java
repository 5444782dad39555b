package dev.flightlog.review.act;

import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.review.Approval;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ListDigest;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.SeatRequest;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.ReviewReply.Done;
import dev.flightlog.review.act.ReviewReply.Nothing;
import dev.flightlog.review.act.ReviewReply.Refused;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatRequestStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.text.ReviewMarkdown;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people do with the open review: show, keep, approve, cancel. {@link ReviewStart} starts one, {@link ReviewJob} carries it out. */
@Singleton
public class Reviews {
    private final ReviewStore reviews;
    private final ReviewItemStore items;
    private final SeatTrailStore trail;
    private final SeatRequestStore requests;
    private final SeatKeeping keeping;
    private final ReviewEnd end;
    private final ChosenReviews chosen;
    private final ReviewIssue issue;
    private final ReviewViews views;
    private final AccessRules access;
    private final Policies policies;
    private final JobQueue jobs;
    private final InstantSource clock;

    Reviews(
            ReviewStore reviews,
            ReviewItemStore items,
            SeatTrailStore trail,
            SeatRequestStore requests,
            SeatKeeping keeping,
            ReviewEnd end,
            ChosenReviews chosen,
            ReviewIssue issue,
            ReviewViews views,
            AccessRules access,
            Policies policies,
            JobQueue jobs,
            InstantSource clock) {
        this.reviews = reviews;
        this.items = items;
        this.trail = trail;
        this.requests = requests;
        this.keeping = keeping;
        this.end = end;
        this.chosen = chosen;
        this.issue = issue;
        this.views = views;
        this.access = access;
        this.policies = policies;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The review with this number; without one the open review, else how the last one ended. */
    public ReviewReply show(Organization organization, Optional<Integer> number) {
        Optional<Review> review = number.map(wanted -> reviews.find(organization.id(), wanted))
                .orElseGet(() -> reviews.open(organization.id()).or(() -> reviews.latest(organization.id())));
        return review.<ReviewReply>map(found -> new Done(
                        ReviewMarkdown.verdict(views.of(organization, found, access.mayName(organization))),
                        issue.link(organization.id(), found) + "State: "
                                + found.state().word() + "." + openRequests(organization)))
                .orElseGet(() -> new Nothing(
                        number.map(wanted -> "There is no seat review " + wanted + ".")
                                .orElse("There was no seat review yet."),
                        openRequests(organization).strip()));
    }

    /** By number and day: an answer to them need name nobody. */
    private String openRequests(Organization organization) {
        List<SeatRequest> open = requests.open(organization.id());
        return open.isEmpty()
                ? ""
                : "\n\nOpen requests for a seat, answered with "
                        + command(organization.id(), "grant " + open.getFirst().number()) + " or "
                        + command(
                                organization.id(), "decline " + open.getFirst().number()) + ":\n\n"
                        + open.stream()
                                .map(request -> "- request " + request.number() + " of "
                                        + Dates.dayAndYear(LocalDate.ofInstant(request.askedAt(), ZoneOffset.UTC)))
                                .collect(Collectors.joining("\n"));
    }

    /** Stops a review; nothing more is taken back. */
    public ReviewReply cancel(Organization organization, Actor actor, ReviewChoice choice) {
        long org = organization.id();
        if (!actor.admin()) {
            return ReviewReply.adminsOnly();
        }
        return chosen.change(org, actor, choice, Action.CANCELLED, review -> cancelled(org, review), review -> {
            if (unknown(org, review) == 0) {
                end.cancel(org, review.number(), actor);
            } else if (reviews.cancelledMeanwhile(org, review.number()).isEmpty()) {
                reviews.cancelWhenKnown(org, review.number(), actor.who(), Review.CANCELLED_MEANWHILE);
                trail.add(
                        org,
                        TrailEntry.ofReview(
                                clock.instant(),
                                Action.CANCELLED,
                                Optional.of(actor.who()),
                                review.number(),
                                "nothing more is sent; what GitHub was asked before is looked up"),
                        actor.origin());
            }
            moveOn(org);
            return cancelled(org, reviews.find(org, review.number()).orElseThrow());
        });
    }

    /** Seats that GitHub was asked to take back, and nobody knows whether it did. */
    private long unknown(long org, Review review) {
        return items.of(org, review.number()).stream()
                .filter(item -> item.state() instanceof ItemState.Removing)
                .count();
    }

    private ReviewReply cancelled(long org, Review review) {
        return review.state().open()
                ? new Done(
                        "The seat review ends: nothing more is sent to GitHub.",
                        "GitHub was asked to take back " + Numbers.plural(unknown(org, review), "seat")
                                + " before this, and has not said whether it did. That is looked up; then the review"
                                + " closes as cancelled. Seats that went can be given back: "
                                + command(org, "undo all"))
                : cancelled();
    }

    private static ReviewReply cancelled() {
        return new Done("The seat review is cancelled.", "No more seats are taken back because of it.");
    }

    /**
     * Keeps a seat of a review: one's own, or as an admin anybody's.
     *
     * @param login whose; the asker's own without
     */
    public ReviewReply keep(
            Organization organization,
            Actor actor,
            ReviewChoice choice,
            Optional<String> login,
            Optional<String> reason) {
        return keeping.keep(organization, actor, choice, login, reason);
    }

    /**
     * As {@link #keep}; a first word that is nobody's login begins the reason, where the writer's own seat is in the list.
     * Where people are not named, nobody else's seat is kept by a comment: a page does it.
     */
    public ReviewReply keepAsWritten(
            Organization organization,
            Actor actor,
            ReviewChoice choice,
            Optional<String> first,
            Optional<String> reason) {
        if (first.isEmpty() || keeping.isOwn(actor, first.get())) {
            return keep(organization, actor, choice, first, reason);
        }
        if (keeping.beginsAReason(organization.id(), actor, first.get())) {
            String words = first.get() + reason.map(rest -> " " + rest).orElse("");
            return keep(organization, actor, choice, Optional.empty(), Optional.of(words));
        }
        return !actor.admin() || access.mayName(organization)
                ? keep(organization, actor, choice, first, reason)
                : new Refused(
                        "People are not named here.",
                        "To keep your own seat: " + command(organization.id(), "keep") + " or "
                                + command(organization.id(), "keep reason=…")
                                + "."
                                + views.pages(organization)
                                        .map(pages -> " To keep somebody else's, write the login on the review's page: "
                                                + pages + "/reviews")
                                        .orElse(""));
    }

    /** Agrees that the seats of a review are taken back when the notice is over. */
    public ReviewReply approve(Organization organization, Actor actor, ReviewChoice choice) {
        long org = organization.id();
        if (!actor.admin()) {
            return ReviewReply.adminsOnly();
        }
        Instant now = clock.instant();
        return chosen.change(org, actor, choice, Action.APPROVED, this::approved, review -> {
            if (review.state().agreed().isPresent()) {
                return new Refused("The review was approved already.", issue.link(org, review));
            }
            Optional<Who> starter = review.startedBy();
            if (starter.filter(who -> who.personId() == actor.who().personId()).isPresent()) {
                return new Refused(
                        "You started this review; another admin has to approve it.", issue.link(org, review));
            }
            if (starter.filter(who -> who.personId() == Who.FORGOTTEN).isPresent()) {
                return new Refused(
                        "It is not known any more who started this review, so nobody can approve it.",
                        "Cancel it and start another: " + command(org, "review cancel"));
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
                            "at most " + Numbers.plural(mostSeats, "seat")),
                    actor.origin());
            moveOn(org);
            return approved(reviews.find(org, review.number()).orElseThrow());
        });
    }

    private ReviewReply approved(Review review) {
        String when = review.noticeOver(clock.instant())
                ? "The notice is over: each seat is looked at once more and taken back now."
                : "Nothing is taken back before the notice is over. Until then people can keep their seats.";
        return new Done("The seat review is approved.", when);
    }

    private String command(long org, String words) {
        return Markdown.code(policies.inForce(org).policy().commands().prefix() + " " + words);
    }

    private void moveOn(long org) {
        jobs.enqueue(ReviewJob.TYPE, new OrganizationJob(org));
    }
}

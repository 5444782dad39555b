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
import dev.flightlog.review.ReviewDecisions;
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
        return chosen.change(org, actor, choice, Action.CANCELLED, _ -> cancelled(), review -> {
            boolean beingRemoved = items.of(org, review.number()).stream()
                    .anyMatch(item -> item.state() instanceof ItemState.Removing);
            if (beingRemoved) {
                return new Refused(
                        "Seats are being taken back at this moment.", "Ask again in a minute, or give them back then.");
            }
            end.cancel(org, review.number(), actor);
            moveOn(org);
            return cancelled();
        });
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
        long org = organization.id();
        boolean own =
                login.isEmpty() || login.get().equalsIgnoreCase(actor.who().login());
        if (!own && !actor.admin()) {
            return new Refused("You can keep your own seat; admins can keep everybody's.", "");
        }
        Instant now = clock.instant();
        String whose = own ? "Your seat" : "The seat of " + Markdown.code(login.get());
        return chosen.change(org, actor, choice, Action.KEPT, _ -> kept(whose), review -> {
            Optional<ReviewItem> item = items.of(org, review.number()).stream()
                    .filter(each -> own
                            ? each.personId() == actor.who().personId()
                            : each.login().equalsIgnoreCase(login.get()))
                    .findFirst();
            return item.map(found -> keep(org, review, actor, found, whose, reason, now))
                    .orElseGet(() -> new Refused(
                            own
                                    ? "Your seat is not in the list of the open review."
                                    : Markdown.code(login.get()) + " is not in the list of the open review.",
                            ""));
        });
    }

    private ReviewReply keep(
            long org, Review review, Actor actor, ReviewItem item, String whose, Optional<String> reason, Instant now) {
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

    private static ReviewReply kept(String whose) {
        return new Done(
                whose + " is kept.", "Reviews leave it out for " + ReviewDecisions.KEPT_FOR.toDays() + " days.");
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

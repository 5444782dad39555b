package dev.flightlog.review.act;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.RemovedBy;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.ReviewReply.Done;
import dev.flightlog.review.act.ReviewReply.Refused;
import dev.flightlog.review.store.KeptSeatStore;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.text.ByHand;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Keeps seats of a review: at once where they are only proposed, and where GitHub was asked already, as soon as it is known
 * that it did not take them.
 */
@Singleton
class SeatKeeping {
    private final ReviewStore reviews;
    private final ReviewItemStore items;
    private final KeptSeatStore kept;
    private final SeatTrailStore trail;
    private final DirectoryStore directory;
    private final ChosenReviews chosen;
    private final Policies policies;
    private final AccessRules access;
    private final JobQueue jobs;
    private final InstantSource clock;

    SeatKeeping(
            ReviewStore reviews,
            ReviewItemStore items,
            KeptSeatStore kept,
            SeatTrailStore trail,
            DirectoryStore directory,
            ChosenReviews chosen,
            Policies policies,
            AccessRules access,
            JobQueue jobs,
            InstantSource clock) {
        this.reviews = reviews;
        this.items = items;
        this.kept = kept;
        this.trail = trail;
        this.directory = directory;
        this.chosen = chosen;
        this.policies = policies;
        this.access = access;
        this.jobs = jobs;
        this.clock = clock;
    }

    boolean isOwn(Actor actor, String login) {
        return login.equalsIgnoreCase(actor.who().login());
    }

    /** Whether a word after keep is nobody's login, and the writer's own seat is in the list of the newest review. */
    boolean beginsAReason(long org, Actor actor, String word) {
        List<ReviewItem> list = reviews.latest(org)
                .map(review -> items.of(org, review.number()))
                .orElse(List.of());
        return directory.personByLogin(org, word) == null
                && list.stream().noneMatch(item -> item.login().equalsIgnoreCase(word))
                && list.stream().anyMatch(item -> item.personId() == actor.who().personId());
    }

    ReviewReply keep(
            Organization organization,
            Actor actor,
            ReviewChoice choice,
            Optional<String> login,
            Optional<String> reason) {
        long org = organization.id();
        String named = login.orElse(actor.who().login());
        boolean own = isOwn(actor, named);
        if (!own && !actor.admin()) {
            return new Refused(
                    "You can keep your own seat; admins can keep everybody's.",
                    "To say why you need yours: " + command(org, "keep reason=…"));
        }
        String whose = own ? "Your seat" : "The seat of " + Markdown.code(named);
        Predicate<ReviewItem> meant = own
                ? item -> item.personId() == actor.who().personId()
                : item -> item.login().equalsIgnoreCase(named);
        boolean mayKnow = own || access.mayName(organization);
        return chosen.change(
                org,
                actor,
                choice,
                Action.KEPT,
                review -> mayKnow
                        ? find(org, review, meant)
                                .map(item -> replyAbout(org, item, whose))
                                .orElseGet(() -> kept(whose))
                        : keptIfListed(),
                review -> {
                    ReviewReply reply = find(org, review, meant).isPresent()
                            ? keep(org, review, actor, meant, whose, reason)
                            : new Refused(
                                    (own ? "Your seat" : Markdown.code(named))
                                            + " is not in the list of the open review.",
                                    "");
                    return mayKnow ? reply : keptIfListed();
                });
    }

    /** The same for every login: where people are not named, nobody learns by it whose seat was not used. */
    private static ReviewReply keptIfListed() {
        return new Done(
                "If the list has this person's seat and GitHub has not taken it, it is kept.",
                "People are not named here, so this is said of every login. The figures show what was kept.");
    }

    private Optional<ReviewItem> find(long org, Review review, Predicate<ReviewItem> meant) {
        return items.of(org, review.number()).stream().filter(meant).findFirst();
    }

    private ReviewReply keep(
            long org, Review review, Actor actor, Predicate<ReviewItem> meant, String whose, Optional<String> reason) {
        ReviewItem before = find(org, review, meant).orElseThrow();
        switch (before.state()) {
            case ItemState.Candidate _ -> keepNow(org, review, actor, before, reason);
            case ItemState.Removing(UUID write, var _) -> keepIfNotTaken(org, review, actor, before, write, reason);
            case ItemState.Kept _,
                    ItemState.LeftOut _,
                    ItemState.Removed _,
                    ItemState.Failed _,
                    ItemState.Undoing _,
                    ItemState.Undone _ -> {}
        }
        ReviewItem after = find(org, review, meant).orElseThrow();
        // What was being removed may have been found not to be just now. Nobody claims it again meanwhile.
        return after.state() instanceof ItemState.Candidate
                ? keep(org, review, actor, meant, whose, reason)
                : replyAbout(org, after, whose);
    }

    private void keepNow(long org, Review review, Actor actor, ReviewItem item, Optional<String> reason) {
        Instant now = clock.instant();
        if (items.keep(org, review.number(), item.personId(), actor.who(), reason.orElse(null), now)) {
            said(org, review, actor, item, reason.orElse(""), now);
        }
    }

    private void keepIfNotTaken(
            long org, Review review, Actor actor, ReviewItem item, UUID write, Optional<String> reason) {
        Instant now = clock.instant();
        if (kept.keepIfNotTaken(org, review.number(), item.personId(), write, actor.who(), reason.orElse(null), now)) {
            String detail = "if GitHub, which was asked already, did not take the seat"
                    + reason.map(words -> ": " + words).orElse("");
            said(org, review, actor, item, detail, now);
        }
    }

    private void said(long org, Review review, Actor actor, ReviewItem item, String detail, Instant now) {
        trail.add(
                org,
                TrailEntry.ofSeat(
                        now,
                        Action.KEPT,
                        Optional.of(actor.who()),
                        review.number(),
                        new Who(item.personId(), item.login()),
                        detail),
                actor.origin());
        jobs.enqueue(ReviewJob.TYPE, new OrganizationJob(org));
    }

    private ReviewReply replyAbout(long org, ReviewItem item, String whose) {
        String undo = command(org, "undo " + item.login());
        return switch (item.state()) {
            case ItemState.Candidate _, ItemState.Kept _ -> kept(whose);
            case ItemState.LeftOut(var why) ->
                new Done(whose + " is not proposed any more: " + why.text() + ".", "Nothing happens to it.");
            case ItemState.Removing _ ->
                new Done(
                        whose + " stays if GitHub has not taken it yet.",
                        "GitHub was asked to take it back before this, and has not said whether it did. That is looked"
                                + " up. If it did not, nothing is sent again. If it did, the issue says so, and an admin"
                                + " can give the seat back until it ends: " + undo);
            case ItemState.Removed(var _, RemovedBy by, var _) ->
                new Refused(
                        whose + " was taken back already.",
                        switch (by) {
                            case REVIEW -> "An admin can give it back until it ends: " + undo;
                            case PEOPLE ->
                                "Somebody cancelled it at GitHub, not this review; " + ByHand.LET_IT_GO_ON + ".";
                        });
            case ItemState.Failed(String why, var _) ->
                new Done(whose + " goes on.", "It was to be taken back, and was not: " + Markdown.text(why));
            case ItemState.Undoing _ ->
                new Done(whose + " is being given back.", "GitHub was asked; its list is looked at.");
            case ItemState.Undone _ -> new Done(whose + " was given back.", "");
        };
    }

    private static ReviewReply kept(String whose) {
        return new Done(
                whose + " is kept.", "Reviews leave it out for " + ReviewDecisions.KEPT_FOR.toDays() + " days.");
    }

    private String command(long org, String words) {
        return Markdown.code(policies.inForce(org).policy().commands().prefix() + " " + words);
    }
}

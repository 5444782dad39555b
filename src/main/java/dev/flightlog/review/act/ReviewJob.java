package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.ReviewState;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatTrailStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves an organization's reviews and requests on: starts what is due, announces, carries out, closes, and looks up
 * what an earlier run left open. One at a time for an organization, whichever server runs it.
 */
@Singleton
public class ReviewJob implements JobHandler<OrganizationJob> {
    public static final JobType<OrganizationJob> TYPE = OrganizationJob.type("seat-review", Priority.NORMAL);

    private final OrganizationWork work;
    private final ReviewStart start;
    private final ReviewEnd end;
    private final PendingGrants grants;
    private final SeatRemoval removal;
    private final SeatUndo undo;
    private final ReviewIssue issue;
    private final ReviewStore reviews;
    private final ReviewItemStore items;
    private final SeatTrailStore trail;
    private final JobQueue jobs;
    private final Database database;
    private final InstantSource clock;

    ReviewJob(
            OrganizationWork work,
            ReviewStart start,
            ReviewEnd end,
            PendingGrants grants,
            SeatRemoval removal,
            SeatUndo undo,
            ReviewIssue issue,
            ReviewStore reviews,
            ReviewItemStore items,
            SeatTrailStore trail,
            JobQueue jobs,
            Database database,
            InstantSource clock) {
        this.work = work;
        this.start = start;
        this.end = end;
        this.grants = grants;
        this.removal = removal;
        this.undo = undo;
        this.issue = issue;
        this.reviews = reviews;
        this.items = items;
        this.trail = trail;
        this.jobs = jobs;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public JobType<OrganizationJob> type() {
        return TYPE;
    }

    @Override
    public void run(OrganizationJob job) {
        work.run(job.organization(), this::moveOn);
    }

    private void moveOn(Organization organization) {
        long org = organization.id();
        grants.lookUp(organization).ifPresent(at -> later(org, at));
        lookUpUndos(organization);
        start.startIfDue(organization);
        reviews.open(org).ifPresent(review -> moveOn(organization, review));
        issue.shownAsOpen(org).stream()
                .filter(number -> reviews.find(org, number)
                        .filter(review -> !review.state().open())
                        .isPresent())
                .forEach(number -> issue.publish(organization, number));
    }

    private void lookUpUndos(Organization organization) {
        long org = organization.id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (Map.Entry<Integer, List<ReviewItem>> review :
                items.removedAndRunning(org, today).entrySet()) {
            int number = review.getKey();
            List<ReviewItem> before = items.of(org, number);
            undo.settle(organization, number).ifPresent(at -> later(org, at));
            undo.noticeByHand(org, number);
            if (!before.equals(items.of(org, number))) {
                issue.publish(organization, number);
            }
        }
    }

    private void moveOn(Organization organization, Review review) {
        long org = organization.id();
        int number = review.number();
        Instant now = clock.instant();
        if (ReviewDecisions.approvalOverdue(review, now)) {
            end.expire(org, number);
        } else if (review.state() instanceof ReviewState.Approved) {
            begin(organization, review, now);
        }
        Review current = reviews.find(org, number).orElseThrow();
        issue.publish(organization, number);
        if (current.state() instanceof ReviewState.Executing) {
            carryOut(organization, number);
            issue.publish(organization, number);
        }
    }

    private void begin(Organization organization, Review review, Instant now) {
        if (review.noticeOver(now)) {
            begin(organization.id(), review.number(), now);
        } else if (ReviewDecisions.executionOverdue(review, now)) {
            giveUp(organization, review.number(), "the review could not be announced");
        }
    }

    private void begin(long org, int number, Instant now) {
        database.transact(() -> {
            if (reviews.begin(org, number, now)) {
                trail.add(org, TrailEntry.ofReview(now, Action.BEGUN, Optional.empty(), number, ""));
            }
        });
    }

    private void carryOut(Organization organization, int number) {
        long org = organization.id();
        switch (removal.run(organization, number)) {
            case SeatRemoval.Progress.Finished _ ->
                reviews.cancelledMeanwhile(org, number)
                        .ifPresentOrElse(who -> end.cancelled(org, number, who), () -> end.done(org, number));
            case SeatRemoval.Progress.Later(Instant at) -> later(org, at);
            case SeatRemoval.Progress.Waiting(String why) -> giveUpIfOverdue(organization, number, why);
            case SeatRemoval.Progress.ByHand _ -> giveUpIfOverdue(organization, number, "nobody took it back by hand");
        }
    }

    private void giveUpIfOverdue(Organization organization, int number, String why) {
        Review review = reviews.find(organization.id(), number).orElseThrow();
        if (ReviewDecisions.executionOverdue(review, clock.instant())) {
            giveUp(organization, number, why);
        }
    }

    private void giveUp(Organization organization, int number, String why) {
        removal.giveUp(organization, number, why);
        end.done(organization.id(), number);
    }

    private void later(long org, Instant at) {
        jobs.enqueueAt(TYPE, new OrganizationJob(org), at);
    }
}

package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.github.GitHubException;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.publish.PublicationBusyException;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewDecisions;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves an organization's reviews and requests on: starts what is due, announces, carries out, closes, and looks up
 * what an earlier run left open. One at a time for an organization, whichever server runs it.
 */
@Singleton
public class ReviewJob implements JobHandler<OrganizationJob> {
    public static final JobType<OrganizationJob> TYPE = OrganizationJob.type("seat-review", Priority.NORMAL);

    private static final Logger LOG = LoggerFactory.getLogger(ReviewJob.class);
    private static final String SUSPENDED = "the installation is suspended: nothing can be read or sent";

    private final OrganizationWork work;
    private final OrganizationStore organizations;
    private final ReviewStart start;
    private final ReviewEnd end;
    private final PendingGrants grants;
    private final SeatRemoval removal;
    private final SeatUndo undo;
    private final AskedUndos undos;
    private final ReviewIssue issue;
    private final ReviewStore reviews;
    private final ReviewItemStore items;
    private final SeatTrailStore trail;
    private final RemovalLog log;
    private final JobQueue jobs;
    private final Database database;
    private final InstantSource clock;

    ReviewJob(
            OrganizationWork work,
            OrganizationStore organizations,
            ReviewStart start,
            ReviewEnd end,
            PendingGrants grants,
            SeatRemoval removal,
            SeatUndo undo,
            AskedUndos undos,
            ReviewIssue issue,
            ReviewStore reviews,
            ReviewItemStore items,
            SeatTrailStore trail,
            RemovalLog log,
            JobQueue jobs,
            Database database,
            InstantSource clock) {
        this.work = work;
        this.organizations = organizations;
        this.start = start;
        this.end = end;
        this.grants = grants;
        this.removal = removal;
        this.undo = undo;
        this.undos = undos;
        this.issue = issue;
        this.reviews = reviews;
        this.items = items;
        this.trail = trail;
        this.log = log;
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
        tellOfASuspension(job.organization());
    }

    /** Nothing can be posted now; the issue says it later. */
    private void tellOfASuspension(long org) {
        Organization organization = organizations.byId(org);
        if (organization != null && organization.state() == Organization.State.SUSPENDED) {
            reviews.open(org).ifPresent(review -> log.waits(org, review.number(), SUSPENDED));
        }
    }

    private void moveOn(Organization organization) {
        long org = organization.id();
        Set<Integer> changing = new TreeSet<>(undos.reviews(org));
        changing.addAll(items.removedAndRunning(org, today()).keySet());
        grants.lookUp(organization).ifPresent(at -> later(org, at));
        lookUpUndos(organization);
        Optional<GitHubException> notGivenBack = undos.giveBack(organization);
        changing.addAll(issue.namingNonetheless(organization));
        Optional<RuntimeException> notCorrected = correct(organization, changing);
        start.startIfDue(organization);
        reviews.open(org).ifPresent(review -> moveOn(organization, review));
        issue.shownAsOpen(org).stream()
                .filter(number -> reviews.find(org, number)
                        .filter(review -> !review.state().open())
                        .isPresent())
                .forEach(number -> issue.publish(organization, number));
        notGivenBack.<RuntimeException>map(why -> why).or(() -> notCorrected).ifPresent(why -> {
            throw why;
        });
    }

    /** What kept an issue from being corrected; the open review does not wait for it. */
    private Optional<RuntimeException> correct(Organization organization, Set<Integer> numbers) {
        Optional<RuntimeException> away = Optional.empty();
        for (int number : numbers) {
            try {
                issue.correct(organization, number);
            } catch (GitHubException | PublicationBusyException later) {
                away = Optional.of(later);
            }
        }
        return away;
    }

    private void lookUpUndos(Organization organization) {
        long org = organization.id();
        for (int number : items.removedAndRunning(org, today()).keySet()) {
            undo.settle(organization, number).ifPresent(at -> later(org, at));
            undo.noticeByHand(org, number);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void moveOn(Organization organization, Review review) {
        long org = organization.id();
        int number = review.number();
        Instant now = clock.instant();
        log.goesOnAfter(org, number, SUSPENDED);
        if (ReviewDecisions.approvalOverdue(review, now)) {
            end.expire(org, number);
        } else if (review.state() instanceof ReviewState.Approved) {
            begin(organization, review, now);
        }
        Review current = reviews.find(org, number).orElseThrow();
        issue.publish(organization, number);
        if (current.state() instanceof ReviewState.Executing) {
            try {
                carryOut(organization, number);
            } catch (GitHubException away) {
                tellIfPossible(organization, number);
                throw away;
            }
            issue.publish(organization, number);
        }
    }

    /** Between two requests: the removal matters more than that its issue says where it is. */
    private void tellIfPossible(Organization organization, int number) {
        try {
            issue.publish(organization, number);
        } catch (GitHubException | PublicationBusyException later) {
            LOG.debug("review {} of {} is told later: {}", number, organization.login(), later.getMessage());
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
        switch (removal.run(organization, number, () -> tellIfPossible(organization, number))) {
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

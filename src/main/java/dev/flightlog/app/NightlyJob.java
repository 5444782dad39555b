package dev.flightlog.app;

import dev.flightlog.erasure.Erasure;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobStore;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.publish.PostRepository;
import dev.flightlog.publish.PublicationCheck;
import dev.flightlog.session.SessionEnds;
import dev.flightlog.webhook.DeliveryStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What is done once a day: posts are compared with GitHub, and what may no longer be kept is erased. */
@Singleton
class NightlyJob implements JobHandler<NightlyJob.Data> {
    static final JobType<Data> TYPE = JobType.recurring("night", Data.class, Priority.BACKGROUND);
    static final String KEY = "all";

    private static final Duration EVERY = Duration.ofHours(24);
    /** Not by the usual backoff: all posts are compared again, and a full disk does not empty in minutes. */
    private static final Duration AFTER_TROUBLE = Duration.ofHours(1);
    /** Longer than GitHub keeps its own log of deliveries, so that the sweep knows them all. */
    private static final Duration DELIVERIES_KEPT = Duration.ofDays(7);

    /** They may name people, so they are kept no longer than the shortest retention that a policy can set. */
    private static final Duration LEFTOVERS_KEPT = Duration.ofDays(28);

    private final OrganizationStore organizations;
    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final Policies policies;
    private final PublicationCheck posts;
    private final Erasure erasure;
    private final SessionEnds sessions;
    private final DeliveryStore deliveries;
    private final JobStore deadJobs;
    private final JobQueue jobs;
    private final InstantSource clock;

    NightlyJob(
            OrganizationStore organizations,
            OrganizationWork work,
            GovernanceStore governance,
            Policies policies,
            PublicationCheck posts,
            Erasure erasure,
            SessionEnds sessions,
            DeliveryStore deliveries,
            JobStore deadJobs,
            JobQueue jobs,
            InstantSource clock) {
        this.organizations = organizations;
        this.work = work;
        this.governance = governance;
        this.policies = policies;
        this.posts = posts;
        this.erasure = erasure;
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.deadJobs = deadJobs;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        Instant now = clock.instant();
        boolean whole = true;
        for (Organization organization : organizations.all()) {
            whole &= ForEachOrganization.done(organization.login(), () -> erase(organization, now));
            whole &= ForEachOrganization.done(
                    organization.login(), () -> work.run(organization.id(), this::comparePosts));
        }
        sessions.forgetSessions();
        deliveries.forget(now.minus(DELIVERIES_KEPT));
        deliveries.forgetSetAside(now.minus(LEFTOVERS_KEPT));
        deadJobs.forgetDead(now.minus(LEFTOVERS_KEPT));
        jobs.enqueueAt(TYPE, KEY, data, now.plus(whole ? EVERY : AFTER_TROUBLE));
    }

    private void erase(Organization organization, Instant now) {
        Duration retention = policies.retention(organization.id(), now);
        erasure.apply(organization, retention, now);
        sessions.forgetTokens(organization, retention);
    }

    private void comparePosts(Organization organization) {
        GovernanceRepository repository = governance.repository(organization.id());
        if (repository != null) {
            posts.verify(
                    new PostRepository(organization.id(), organization.access(), repository.id(), repository.name()));
        }
    }

    /** Nothing: there is one night for all. */
    record Data() {}
}

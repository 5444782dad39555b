package dev.flightlog.app;

import dev.flightlog.github.InstallationFacts;
import dev.flightlog.github.Installations;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares GitHub's list of installations with ours, after the start and every night: an installation whose webhook was
 * lost is found, one that is gone is noticed, and names, permissions and suspensions follow.
 */
@Singleton
class InstallationsJob implements JobHandler<InstallationsJob.Data> {
    static final JobType<Data> TYPE = JobType.recurring("installations", Data.class, Priority.NORMAL);
    static final String KEY = "app";
    private static final Duration EVERY = Duration.ofHours(24);
    private static final Duration AFTER_TROUBLE = Duration.ofHours(1);

    private final Installations github;
    private final OrganizationStore organizations;
    private final InstallationReading reading;
    private final JobQueue jobs;
    private final InstantSource clock;

    InstallationsJob(
            Installations github,
            OrganizationStore organizations,
            InstallationReading reading,
            JobQueue jobs,
            InstantSource clock) {
        this.github = github;
        this.organizations = organizations;
        this.reading = reading;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        // Ours first: who installs the app while the list is read may be missing from it.
        List<Organization> ours = organizations.all();
        List<InstallationFacts> listed = new ArrayList<>();
        github.all(listed::add);
        boolean whole = true;
        for (InstallationFacts installation : listed) {
            whole &= ForEachOrganization.done(installation.accountLogin(), () -> reading.follow(installation));
        }
        for (Organization gone : unlisted(ours, listed)) {
            whole &= ForEachOrganization.done(gone.login(), () -> reading.removeIfGone(gone));
        }
        jobs.enqueueAt(TYPE, KEY, data, clock.instant().plus(whole ? EVERY : AFTER_TROUBLE));
    }

    private List<Organization> unlisted(List<Organization> ours, List<InstallationFacts> listed) {
        List<Long> ids = listed.stream().map(InstallationFacts::id).toList();
        return ours.stream()
                .filter(known -> known.state() != Organization.State.REMOVED)
                .filter(known -> !ids.contains(known.installationId()))
                .toList();
    }

    /** Nothing: there is one list. */
    record Data() {}
}

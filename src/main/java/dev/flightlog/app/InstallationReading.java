package dev.flightlog.app;

import dev.flightlog.database.Database;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.InstallationFacts;
import dev.flightlog.github.Installations;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.review.act.ReviewJob;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.sync.SyncRequests;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows what GitHub says now about an installation: name, permissions, suspended or gone. */
@Singleton
class InstallationReading {
    private static final Logger LOG = LoggerFactory.getLogger(InstallationReading.class);
    private static final String ORGANIZATION = "Organization";

    private final Database database;
    private final Installations github;
    private final OrganizationStore organizations;
    private final SyncRequests firstLoad;
    private final SourceStatusStore readings;
    private final ReviewStore reviews;
    private final JobQueue jobs;
    private final InstantSource clock;

    InstallationReading(
            Database database,
            Installations github,
            OrganizationStore organizations,
            SyncRequests firstLoad,
            SourceStatusStore readings,
            ReviewStore reviews,
            JobQueue jobs,
            InstantSource clock) {
        this.database = database;
        this.github = github;
        this.organizations = organizations;
        this.firstLoad = firstLoad;
        this.readings = readings;
        this.reviews = reviews;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Asks GitHub about one installation that an event named, and reads its organization if that is news.
     *
     * @return true where this call started the reading
     * @throws GitHubException when GitHub does not answer; an installation that is gone is an outcome
     */
    boolean read(long installationId) {
        InstallationFacts installation = find(installationId);
        if (installation == null) {
            Organization gone = organizations.byInstallation(installationId);
            if (gone != null) {
                remove(gone);
            }
            return false;
        }
        return startIf(known -> isNews(known, installation) || wasRead(installation), installation);
    }

    /** An event of an organization that was read already is news too: somebody permitted or resumed something. */
    private boolean wasRead(InstallationFacts installation) {
        return !readings.of(installation.accountId()).isEmpty();
    }

    /**
     * Reads everything of an organization that is new, back, or has other permissions. The webhook and the list at the start
     * may bring the same news at the same time: whoever records it first starts the reading.
     *
     * @return true where this call started the reading
     */
    boolean follow(InstallationFacts installation) {
        return startIf(known -> isNews(known, installation), installation);
    }

    private boolean startIf(Predicate<@Nullable Organization> news, InstallationFacts installation) {
        boolean again = wasRead(installation);
        boolean started = database.inTransaction(() -> recordAndStartIf(news, installation));
        if (started) {
            LOG.info(
                    again
                            ? "organization {} is read again: its installation {} is back, or has other permissions"
                            : "first load of organization {} started: installation {}",
                    installation.accountLogin(),
                    installation.id());
        }
        return started;
    }

    private boolean recordAndStartIf(Predicate<@Nullable Organization> news, InstallationFacts installation) {
        organizations.lock(installation.accountId());
        Organization known = organizations.byId(installation.accountId());
        boolean starts = record(installation) && news.test(known);
        if (starts) {
            firstLoad.start(installation.accountId());
            reviews.tryAgain(installation.accountId());
        }
        return starts;
    }

    /** Writes down what GitHub says of it. True where it works for us now. */
    private boolean record(InstallationFacts installation) {
        if (!installation.accountType().equals(ORGANIZATION)) {
            LOG.warn(
                    "installation {} is on a person's account; Flightlog works for organizations only",
                    installation.id());
            return false;
        }
        if (installation.suspendedAt() == null) {
            return install(installation);
        }
        // One that was never seen is written down too, so that pages and operators see why nothing is read.
        if (organizations.byId(installation.accountId()) == null) {
            install(installation);
        }
        change(installation.accountId(), installation.accountLogin(), installation.id());
        return false;
    }

    private boolean install(InstallationFacts installation) {
        return organizations.installed(
                installation.accountId(),
                installation.accountLogin(),
                installation.id(),
                installation.permissions(),
                clock.instant());
    }

    /** A listing may lack an installation that slipped between two pages; what GitHub says of one is right. */
    void removeIfGone(Organization organization) {
        if (find(organization.installationId()) == null) {
            remove(organization);
        }
    }

    private static boolean isNews(@Nullable Organization known, InstallationFacts installation) {
        return known == null
                || !known.active()
                || known.installationId() != installation.id()
                || !known.permissions().equals(installation.permissions());
    }

    private void remove(Organization gone) {
        if (organizations.changeState(gone.id(), gone.installationId(), Organization.State.REMOVED, clock.instant())) {
            LOG.info("the installation of organization {} is gone", gone.login());
        }
    }

    private void change(long organizationId, String login, long installationId) {
        if (organizations.changeState(organizationId, installationId, Organization.State.SUSPENDED, clock.instant())) {
            LOG.warn("{}", OrganizationWork.suspended(login));
            jobs.enqueue(ReviewJob.TYPE, new OrganizationJob(organizationId));
        }
    }

    private @Nullable InstallationFacts find(long installationId) {
        try {
            return github.get(installationId);
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.NotFound) {
                return null;
            }
            throw refused;
        }
    }
}

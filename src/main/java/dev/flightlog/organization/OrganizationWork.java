package dev.flightlog.organization;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.health.SourceProblem;
import dev.flightlog.jobs.CausesSaid;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/** Runs a job's work for an organization that is still ours to work for. */
@Singleton
public class OrganizationWork {
    private static final Logger LOG = LoggerFactory.getLogger(OrganizationWork.class);

    private static final Duration AGAIN = Duration.ofDays(1);

    private final OrganizationStore organizations;
    private final InstantSource clock;
    private final CausesSaid said;

    OrganizationWork(OrganizationStore organizations, CausesSaid said, InstantSource clock) {
        this.said = said;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Does nothing for an organization that is suspended or gone; and notes a suspension that GitHub reports only by
     * refusing. What a person must mend, or what is not there, is no failure of the job: the source's status says so,
     * and the timetable comes again.
     */
    public void run(long id, Consumer<Organization> work) {
        run(id, work, refused -> refused.failure() instanceof Failure.Unauthorized key && !key.momentary());
    }

    /**
     * As {@link #run}, for work that no timetable asks for again: while GitHub refuses the app's key the job fails, so that
     * it is tried again and in the end kept for an operator to replay.
     */
    public void runOnce(long id, Consumer<Organization> work) {
        run(id, work, _ -> false);
    }

    private void run(long id, Consumer<Organization> work, Predicate<GitHubException> comesAgain) {
        Organization organization = organizations.byId(id);
        if (organization == null || !organization.active()) {
            return;
        }
        try (var _ = MDC.putCloseable("org", organization.login())) {
            work.accept(organization);
        } catch (GitHubException refused) {
            if (comesAgain.test(refused)) {
                tell(organization, refused);
            } else {
                judge(organization, refused);
            }
        }
    }

    /**
     * The timetable retries; the log says it once a day. A refused key is one cause for all organizations. What keeps every
     * source out is said with its remedy by the reading of a source.
     */
    private void tell(Organization organization, GitHubException refused) {
        if (refused.failure() instanceof Failure.Unauthorized key) {
            said.warnOnceADay(LOG, SourceProblem.sentence(key), clock.instant());
            return;
        }
        String line = "organization " + organization.login() + ": " + refused.getMessage();
        boolean isNews =
                !SourceProblem.of(refused.failure()).concernsEverySource() && said.isNews(line, AGAIN, clock.instant());
        LOG.atLevel(isNews ? Level.WARN : Level.DEBUG).log(line);
    }

    /** Cause and remedy, for the log. */
    public static String suspended(String login) {
        return "the installation of organization " + login
                + " is suspended: nothing is read or posted until an owner ends that under Settings, GitHub Apps";
    }

    private void judge(Organization organization, GitHubException refused) {
        switch (refused.failure()) {
            case Failure.Suspended _ -> {
                LOG.warn("{}", suspended(organization.login()));
                organizations.changeState(
                        organization.id(),
                        organization.installationId(),
                        Organization.State.SUSPENDED,
                        clock.instant());
            }
            case Failure.Forbidden _, Failure.MetricsPolicyOff _, Failure.NotFound _ -> tell(organization, refused);
            case Failure.Unauthorized _, Failure.Refused _, Failure.RateLimited _, Failure.Unavailable _ ->
                throw refused;
        }
    }
}

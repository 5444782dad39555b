package dev.flightlog.organization;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs a job's work for an organization that is still ours to work for. */
@Singleton
public class OrganizationWork {
    private static final Logger LOG = LoggerFactory.getLogger(OrganizationWork.class);

    private static final Duration AGAIN = Duration.ofDays(1);
    private static final int MAX_LISTED = 1_000;

    private final OrganizationStore organizations;
    private final InstantSource clock;
    private final Map<String, Instant> logged = new ConcurrentHashMap<>();

    OrganizationWork(OrganizationStore organizations, InstantSource clock) {
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

    /** The timetable retries; the log says it once a day. */
    private void tell(Organization organization, GitHubException refused) {
        Instant now = clock.instant();
        if (logged.size() > MAX_LISTED) {
            logged.clear();
        }
        String line = "organization " + organization.login() + ": " + refused.getMessage();
        Instant before = logged.put(cause(organization, refused, line), now);
        if (before == null || before.isBefore(now.minus(AGAIN))) {
            LOG.warn(line);
        } else {
            LOG.debug(line);
        }
    }

    /** A refused key is one cause, whatever was asked for, and by however much the clocks differ by now. */
    private static String cause(Organization organization, GitHubException refused, String line) {
        return refused.failure() instanceof Failure.Unauthorized(String what, Duration _)
                ? organization.login() + ": " + what
                : line;
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

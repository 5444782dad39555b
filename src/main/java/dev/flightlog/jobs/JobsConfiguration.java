package dev.flightlog.jobs;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How jobs are run by this process.
 *
 * @param threads jobs at the same time
 * @param poll how often Postgres is asked for jobs that became due with time, or that another process handed in; one that
 *     this process hands in starts at once
 * @param grace how long running jobs may go on when the process stops; less than Kubernetes' grace time
 * @param heartbeat how often a running job says that it runs; a process that was killed is noticed after four of these
 */
@ConfigurationProperties("flightlog.jobs")
public record JobsConfiguration(
        @Bindable(defaultValue = "8") int threads,
        @Bindable(defaultValue = "200ms") Duration poll,
        @Bindable(defaultValue = "20s") Duration grace,
        @Bindable(defaultValue = "5s") Duration heartbeat) {
    public JobsConfiguration {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("flightlog.jobs.threads must be 1 to 64, but is " + threads);
        }
    }
}

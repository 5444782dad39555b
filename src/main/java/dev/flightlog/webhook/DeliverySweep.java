package dev.flightlog.webhook;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.HookDeliveries;
import dev.flightlog.github.HookDelivery;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares GitHub's log of deliveries with ours and asks again for what never arrived (github.md: Delivery log): after
 * the start, every ten minutes, and soon after Postgres took none ({@link MissedDeliveries}). What is here is not asked for, whatever GitHub thinks of our answer.
 */
@Singleton
public class DeliverySweep implements JobHandler<DeliverySweep.Data> {
    public static final JobType<Data> TYPE = JobType.recurring("delivery-sweep", Data.class, Priority.NORMAL);
    public static final String KEY = "app";

    private static final Logger LOG = LoggerFactory.getLogger(DeliverySweep.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    /** When a sweep had to leave something. */
    private static final Duration SOON = Duration.ofMinutes(2);
    /** GitHub keeps three days. */
    private static final Duration KEPT = Duration.ofDays(3);
    /** A delivery may be on its way just now. */
    static final Duration UNDER_WAY = Duration.ofMinutes(1);
    /** Asking is bounded: so many in one sweep, so often for each, with a pause between. */
    private static final int MAX_REQUESTS = 200;

    private static final int MAX_REQUESTS_EACH = 5;
    private static final Duration PAUSE_EACH = Duration.ofMinutes(5);
    private static final int MAX_PAGES = 300;

    private final HookDeliveries log;
    private final DeliveryStore deliveries;
    private final SweepStore sweeps;
    private final JobQueue jobs;
    private final InstantSource clock;
    private final MeterRegistry meters;

    DeliverySweep(
            HookDeliveries log,
            DeliveryStore deliveries,
            SweepStore sweeps,
            JobQueue jobs,
            InstantSource clock,
            MeterRegistry meters) {
        this.log = log;
        this.deliveries = deliveries;
        this.sweeps = sweeps;
        this.jobs = jobs;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        boolean all = sweep();
        jobs.enqueueAt(TYPE, KEY, data, clock.instant().plus(all ? EVERY : SOON));
    }

    /** False when something was left: it may be under way, or there was too much for one sweep. */
    private boolean sweep() {
        Instant now = clock.instant();
        Instant from = latest(sweeps.highWater(), now.minus(KEPT));
        Map<UUID, HookDelivery> tried = triedSince(from);
        Set<UUID> known = deliveries.known(tried.keySet());
        List<HookDelivery> unknown = tried.entrySet().stream()
                .filter(attempt -> !known.contains(attempt.getKey()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(HookDelivery::deliveredAt))
                .toList();
        List<HookDelivery> missing = unknown.stream()
                .filter(attempt -> attempt.deliveredAt().isBefore(now.minus(UNDER_WAY)))
                .toList();
        int asked = askAgain(missing, now);
        sweeps.swept(highWater(unknown, newest(tried.values(), from)), now);
        if (asked > 0) {
            LOG.info("{} of {} deliveries that never arrived were asked for again", asked, missing.size());
        }
        return missing.size() == unknown.size() && asked < MAX_REQUESTS;
    }

    /** The last attempt of each delivery since a moment; GitHub lists the newest first. */
    private Map<UUID, HookDelivery> triedSince(Instant from) {
        Map<UUID, HookDelivery> tried = new LinkedHashMap<>();
        @Nullable URI next = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            HookDeliveries.Page found = log.page(next);
            for (HookDelivery attempt : found.deliveries()) {
                if (attempt.deliveredAt().isBefore(from)) {
                    return tried;
                }
                guid(attempt.guid()).forEach(guid -> tried.putIfAbsent(guid, attempt));
            }
            next = found.next();
            if (next == null) {
                return tried;
            }
        }
        return tried;
    }

    private int askAgain(List<HookDelivery> missing, Instant now) {
        int asked = 0;
        for (HookDelivery attempt : missing) {
            UUID guid = UUID.fromString(attempt.guid());
            if (asked < MAX_REQUESTS && sweeps.mayAsk(guid, MAX_REQUESTS_EACH, now.minus(PAUSE_EACH))) {
                askAgain(attempt);
                sweeps.asked(guid, now);
                asked++;
            }
        }
        return asked;
    }

    /** The oldest may leave GitHub's log between the list and this: that one is lost, and the others are not. */
    private void askAgain(HookDelivery attempt) {
        try {
            log.redeliver(attempt.id());
            meters.counter(
                            "flightlog.deliveries",
                            "event",
                            WebhookParser.label(attempt.event()),
                            "outcome",
                            "asked_again")
                    .increment();
        } catch (GitHubException refused) {
            if (!isAboutOne(refused.failure())) {
                throw refused;
            }
            LOG.warn("delivery {} ({}) is not sent again: {}", attempt.guid(), attempt.event(), refused.getMessage());
        }
    }

    /** Any other failure would meet the next delivery as well, and is no reason to count an attempt for this one. */
    private static boolean isAboutOne(Failure failure) {
        return switch (failure) {
            case Failure.NotFound _, Failure.Refused _ -> true;
            case Failure.Forbidden _,
                    Failure.MetricsPolicyOff _,
                    Failure.Suspended _,
                    Failure.Unauthorized _,
                    Failure.RateLimited _,
                    Failure.Unavailable _ -> false;
        };
    }

    /**
     * Never beyond a delivery that is not here, so that the next sweep, or the next process, looks at it again. By
     * GitHub's clock, because a fast local clock would make it skip deliveries.
     */
    private Instant highWater(List<HookDelivery> unknown, Instant newest) {
        return unknown.stream()
                .filter(attempt -> sweeps.requests(UUID.fromString(attempt.guid())) < MAX_REQUESTS_EACH)
                .map(HookDelivery::deliveredAt)
                .findFirst()
                .orElse(newest);
    }

    private static Instant newest(Collection<HookDelivery> tried, Instant otherwise) {
        return tried.stream()
                .map(HookDelivery::deliveredAt)
                .max(Comparator.naturalOrder())
                .map(newest -> latest(newest.minus(UNDER_WAY), otherwise))
                .orElse(otherwise);
    }

    private static List<UUID> guid(String text) {
        try {
            return List.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAGuid) {
            return new ArrayList<>();
        }
    }

    private static Instant latest(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    /** Nothing: there is one log. */
    public record Data() {}
}

package dev.flightlog.digest;

import dev.flightlog.calendar.SummarySchedule.Due;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.policy.Policy;
import dev.flightlog.summary.Summaries;
import dev.flightlog.summary.SummaryDecisions;
import dev.flightlog.summary.SummaryWeek;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the digest of the week whose post was due last, once that post is complete. It is claimed in the database before
 * it is sent, and only what certainly did not arrive is sent again.
 */
@Singleton
public class DigestJob implements JobHandler<OrganizationJob> {
    public static final JobType<OrganizationJob> TYPE = OrganizationJob.type("digest", Priority.NORMAL);

    /** Much longer than a request may take. */
    static final Duration MAX_SENDING = Duration.ofMinutes(2);

    static final int MAX_ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(DigestJob.class);

    private final OrganizationWork work;
    private final Policies policies;
    private final Summaries summaries;
    private final DigestAddresses addresses;
    private final DigestStore store;
    private final ChatSender chat;
    private final JobQueue jobs;
    private final InstantSource clock;

    DigestJob(
            OrganizationWork work,
            Policies policies,
            Summaries summaries,
            DigestAddresses addresses,
            DigestStore store,
            ChatSender chat,
            JobQueue jobs,
            InstantSource clock) {
        this.work = work;
        this.policies = policies;
        this.summaries = summaries;
        this.addresses = addresses;
        this.store = store;
        this.chat = chat;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobType<OrganizationJob> type() {
        return TYPE;
    }

    @Override
    public void run(OrganizationJob job) {
        work.run(job.organization(), this::look);
    }

    private void look(Organization organization) {
        Policy policy = policies.inForce(organization.id()).policy();
        Instant now = clock.instant();
        store.abandon(organization.id(), now.minus(MAX_SENDING), "the server ended while it was sent");
        Due due = policy.summary().schedule().latestAt(now);
        store.overtake(organization.id(), due.week());
        if (!policy.summary().digest()
                || !(addresses.of(organization) instanceof DigestAddresses.Target.Found(DigestAddress address))) {
            return;
        }
        SummaryWeek week = due(organization, due, now);
        URI post = week == null ? null : week.post();
        if (week != null && post != null) {
            send(organization, week, post, address, now);
        }
    }

    /** The week whose post was due last, if it was posted and waits for no more days: older weeks are no news. */
    private @Nullable SummaryWeek due(Organization organization, Due due, Instant now) {
        return summaries
                .latestPosted(organization.id())
                .filter(posted -> posted.summary().week().equals(due.week()))
                .filter(posted -> posted.summary().coverage().missing().isEmpty()
                        || !now.isBefore(due.at().plus(SummaryDecisions.PATIENCE)))
                .orElse(null);
    }

    private void send(Organization organization, SummaryWeek week, URI post, DigestAddress address, Instant now) {
        String json = DigestMessages.json(address.kind(), DigestCard.of(week.summary(), post));
        if (!store.claim(organization.id(), week.summary().week(), address, now)) {
            lookWhenItsWaitIsOver(organization, week, now);
            return;
        }
        settle(organization, week, address.kind(), chat.send(address, json));
    }

    /** Whoever looks earlier has taken the place of the look that was planned for then. */
    private void lookWhenItsWaitIsOver(Organization organization, SummaryWeek week, Instant now) {
        SentDigest sent = store.find(organization.id(), week.summary().week());
        Instant notBefore = sent == null ? null : sent.notBefore();
        if (notBefore != null && notBefore.isAfter(now)) {
            jobs.enqueueAt(TYPE, new OrganizationJob(organization.id()), notBefore);
        }
    }

    private void settle(Organization organization, SummaryWeek week, ChatKind kind, ChatAnswer answer) {
        switch (answer) {
            case ChatAnswer.Taken _ -> {
                note(organization, week, SentDigest.State.SENT, null);
                LOG.info("the digest of {} was sent to {}", week.summary().week(), kind.written());
            }
            case ChatAnswer.Later(int status, Duration after) ->
                again(organization, week, kind, "answered " + status, after);
            case ChatAnswer.NotReached(String why) ->
                again(organization, week, kind, "could not be reached (" + why + ")", Duration.ZERO);
            case ChatAnswer.Refused(int status, String said) ->
                refused(
                        organization,
                        week,
                        kind.written() + " refused it with " + status + (said.isEmpty() ? "" : " (" + said + ")"),
                        RefusalAdvice.of(kind, status));
            case ChatAnswer.Unknown(String why) -> {
                note(organization, week, SentDigest.State.UNKNOWN, why);
                LOG.warn(
                        "whether the digest of {} arrived is not known: {}",
                        week.summary().week(),
                        why);
            }
        }
    }

    /** Nobody waits for last week's news for ever. */
    private void again(Organization organization, SummaryWeek week, ChatKind kind, String happened, Duration asked) {
        String why = kind.written() + " " + happened;
        SentDigest sent = store.find(organization.id(), week.summary().week());
        int attempts = sent == null ? 1 : sent.attempts();
        if (attempts >= MAX_ATTEMPTS) {
            refused(organization, week, why + ", " + attempts + " times", RefusalAdvice.givenUp(kind));
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (attempts - 1));
        // A chat that asks for a second each time would use up all attempts before it could take one.
        Instant next = clock.instant().plus(asked.compareTo(pause) > 0 ? asked : pause);
        store.settle(organization.id(), week.summary().week(), SentDigest.State.WAITING, next, why);
        jobs.enqueueAt(TYPE, new OrganizationJob(organization.id()), next);
    }

    private void refused(Organization organization, SummaryWeek week, String why, String advice) {
        note(organization, week, SentDigest.State.REFUSED, why + ". " + advice);
        LOG.warn("the digest of {} needs a person: {}", week.summary().week(), why);
    }

    private void note(Organization organization, SummaryWeek week, SentDigest.State state, @Nullable String detail) {
        store.settle(organization.id(), week.summary().week(), state, null, detail);
    }
}

package dev.flightlog.app;

import dev.flightlog.github.GitHubException;
import dev.flightlog.governance.Policies;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.ingest.OutageWatch;
import dev.flightlog.ingest.ReportOwner;
import dev.flightlog.ingest.UsageHistory;
import dev.flightlog.ingest.UsageHistory.Wanted;
import dev.flightlog.ingest.UsageImport;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.privacy.SuppressionRequest;
import dev.flightlog.sync.SyncRequests;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Fills an organization's past from the ledger's gaps, newest day first, back to the oldest day GitHub keeps. A few
 * reports at a time and in the background, so that people's commands come first and a kill loses one report at most.
 */
@Singleton
class HistoryJob implements JobHandler<HistoryJob.Data> {
    static final JobType<Data> TYPE = JobType.of("history", Data.class, Priority.BACKGROUND);

    private static final int REPORTS_AT_A_TIME = 20;
    private static final Set<SourceStatus.Outcome> SHOWN_AS_BROKEN =
            Set.of(SourceStatus.Outcome.ASK_A_PERSON, SourceStatus.Outcome.FAILED);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OrganizationWork work;
    private final OrganizationStore organizations;
    private final UsageImport imports;
    private final Policies policies;
    private final SourceStatusStore readings;
    private final SyncRequests load;
    private final JobQueue jobs;
    private final InstantSource clock;

    HistoryJob(
            OrganizationWork work,
            OrganizationStore organizations,
            UsageImport imports,
            Policies policies,
            SourceStatusStore readings,
            SyncRequests load,
            JobQueue jobs,
            InstantSource clock) {
        this.work = work;
        this.organizations = organizations;
        this.imports = imports;
        this.policies = policies;
        this.readings = readings;
        this.load = load;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.run(data.organization(), organization -> {
            try {
                fill(organization, data);
            } catch (GitHubException refused) {
                if (!readings.failed(organization.id(), Source.HISTORY, refused.failure())) {
                    throw refused;
                }
            }
        });
    }

    private void fill(Organization organization, Data data) {
        List<Wanted> wanted = wanted(organization);
        ReportOwner owner = new ReportOwner(
                organization.id(), organization.login(), organization.access().inBackground());
        OutageWatch outage = new OutageWatch(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        wanted.stream()
                .limit(REPORTS_AT_A_TIME)
                .filter(report -> outage.worthAsking(report.kind()))
                .forEach(report -> outage.see(report.kind(), imports.importReport(owner, report.kind(), report.day())));
        if (wanted.size() > REPORTS_AT_A_TIME) {
            progress(
                    organization.id(),
                    wanted.stream()
                            .skip(REPORTS_AT_A_TIME)
                            .map(Wanted::day)
                            .distinct()
                            .count());
            jobs.ensure(SuppressionRequest.TYPE, new SuppressionRequest(organization.id()));
            jobs.enqueueAt(
                    TYPE, new Data(organization.id(), true), clock.instant().plus(PAUSE));
        } else {
            finish(organization.id(), data.filling());
        }
    }

    /**
     * Says how far back the first reading is. That what kept GitHub from answering is over is news; each step is not. The
     * past that was read before is not unread because some of its days are wanted again.
     *
     * @param days how many days lack a report that GitHub may still give
     */
    private void progress(long org, long days) {
        SourceStatus before = readings.of(org).get(Source.HISTORY);
        String detail = Numbers.plural(days, "day") + " still to be read, the newest first.";
        if (before != null && SHOWN_AS_BROKEN.contains(before.outcome())) {
            readings.later(org, Source.HISTORY, detail);
        } else if (before == null || before.outcome() == SourceStatus.Outcome.LATER) {
            readings.progress(org, Source.HISTORY, detail);
        }
    }

    /**
     * The latest post shows eight weeks; weeks loaded after it was written are added. Where there is no post yet there
     * is nothing to put them in, and the past must not bring the first one before the rest is read.
     */
    private void finish(long org, boolean filled) {
        readings.read(org, Source.HISTORY, null);
        Organization now = organizations.byId(org);
        if (filled && now != null && now.firstSummaryAt() != null) {
            load.rewriteSummary(org);
        }
    }

    private List<Wanted> wanted(Organization organization) {
        Instant now = clock.instant();
        Instant keepFrom =
                now.minus(policies.inForce(organization.id()).policy().privacy().retention());
        LocalDate firstKept = LocalDate.ofInstant(keepFrom, ZoneOffset.UTC);
        LocalDate oldest = UsageHistory.oldest(LocalDate.ofInstant(now, ZoneOffset.UTC), firstKept);
        return UsageHistory.next(imports.ledgerSince(organization.id(), oldest), now, firstKept);
    }

    /**
     * Of which organization.
     *
     * @param filling true for a run that continues one before it
     */
    record Data(long organization, boolean filling) implements KeyedData {
        @Override
        public String key() {
            return Long.toString(organization);
        }
    }
}

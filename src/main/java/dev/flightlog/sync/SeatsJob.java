package dev.flightlog.sync;

import dev.flightlog.copilot.CreditBill;
import dev.flightlog.cost.BillingSync;
import dev.flightlog.github.GitHubException;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.seat.SeatReadingLog;
import dev.flightlog.seat.SeatSync;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads an organization's seats and, where it may, what GitHub billed for AI credits. */
@Singleton
public class SeatsJob implements JobHandler<OrganizationJob> {
    public static final JobType<OrganizationJob> TYPE = OrganizationJob.type("seats", Priority.NORMAL);

    private static final Logger LOG = LoggerFactory.getLogger(SeatsJob.class);

    private final OrganizationWork work;
    private final SeatSync reading;
    private final BillingSync billing;
    private final SeatReadingLog log;
    private final SourceStatusStore readings;

    SeatsJob(
            OrganizationWork work,
            SeatSync reading,
            BillingSync billing,
            SeatReadingLog log,
            SourceStatusStore readings) {
        this.work = work;
        this.reading = reading;
        this.billing = billing;
        this.log = log;
        this.readings = readings;
    }

    @Override
    public JobType<OrganizationJob> type() {
        return TYPE;
    }

    @Override
    public void run(OrganizationJob job) {
        work.run(job.organization(), organization -> {
            try {
                log.note(
                        organization.id(),
                        reading.read(organization.id(), organization.login(), organization.access()));
            } catch (GitHubException refused) {
                if (!readings.failed(organization.id(), Source.SEATS, refused.failure())) {
                    throw refused;
                }
                return;
            }
            readBill(organization);
            readBudgets(organization);
        });
    }

    /**
     * Optional: most organizations do not grant it, and then there are estimates only. Its failure fails no job: trying
     * again would list all seats again.
     */
    private void readBill(Organization organization) {
        if (!organization.grants(BillingSync.PERMISSION)) {
            return;
        }
        try {
            note(organization.id(), billing.read(organization.id(), organization.login(), organization.access()));
        } catch (GitHubException refused) {
            LOG.warn(
                    "the bill of organization {} waits for the next reading: {}",
                    organization.login(),
                    refused.getMessage());
            readings.failed(organization.id(), Source.BILLING, refused.failure());
        }
    }

    /** As {@link #readBill}: what is known of them stays until the next reading. */
    private void readBudgets(Organization organization) {
        if (!organization.grants(BillingSync.PERMISSION)) {
            return;
        }
        try {
            billing.readBudgets(organization.id(), organization.login(), organization.access());
        } catch (GitHubException refused) {
            LOG.warn(
                    "the budgets of organization {} wait for the next reading: {}",
                    organization.login(),
                    refused.getMessage());
            readings.failed(organization.id(), Source.BILLING, refused.failure());
        }
    }

    private void note(long org, CreditBill bill) {
        switch (bill) {
            case CreditBill.Billed _ -> readings.read(org, Source.BILLING, null);
            case CreditBill.BilledElsewhere(String why) -> readings.noData(org, Source.BILLING, why);
            case CreditBill.NoReport(String why) -> readings.noData(org, Source.BILLING, why);
            case CreditBill.NotAvailableHere(String why) -> readings.noData(org, Source.BILLING, why);
        }
    }
}

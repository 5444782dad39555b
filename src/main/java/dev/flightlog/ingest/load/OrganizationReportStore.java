package dev.flightlog.ingest.load;

import dev.flightlog.copilot.OrganizationDay;
import dev.flightlog.copilot.PullRequests;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** What GitHub itself says of an organization's day, and people by adoption phase. */
@Singleton
class OrganizationReportStore {
    private final Database database;

    OrganizationReportStore(Database database) {
        this.database = database;
    }

    void deleteDay(long organizationId, LocalDate day) {
        database.update("delete from usage_organization_report_day where org_id = ? and day = ?", organizationId, day);
        database.update("delete from usage_phase_day where org_id = ? and day = ?", organizationId, day);
    }

    void write(long organizationId, LocalDate day, OrganizationDay report) {
        PullRequests pulls = report.pullRequests();
        database.update(
                """
                insert into usage_organization_report_day (
                    org_id, day, daily_active_users, weekly_active_users, monthly_active_users
                  , monthly_active_chat_users, monthly_active_agent_users
                  , pull_requests_created, pull_requests_reviewed, pull_requests_merged
                  , created_by_copilot, reviewed_by_copilot, merged_created_by_copilot, merged_reviewed_by_copilot
                  , median_minutes_to_merge, report)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as numeric), cast(? as jsonb))
                """,
                organizationId,
                day,
                report.dailyActiveUsers(),
                report.weeklyActiveUsers(),
                report.monthlyActiveUsers(),
                report.monthlyActiveChatUsers(),
                report.monthlyActiveAgentUsers(),
                pulls == null ? null : pulls.created(),
                pulls == null ? null : pulls.reviewed(),
                pulls == null ? null : pulls.merged(),
                pulls == null ? null : pulls.createdByCopilot(),
                pulls == null ? null : pulls.reviewedByCopilot(),
                pulls == null ? null : pulls.mergedCreatedByCopilot(),
                pulls == null ? null : pulls.mergedReviewedByCopilot(),
                pulls == null ? null : pulls.medianMinutesToMerge(),
                report.report());
        for (OrganizationDay.Phase phase : report.phases()) {
            write(organizationId, day, phase);
        }
    }

    private void write(long organizationId, LocalDate day, OrganizationDay.Phase phase) {
        database.update("""
            insert into usage_phase_day (org_id, day, phase_number, phase, engaged_users, users_28d)
            values (?, ?, ?, ?, ?, ?)
            """, organizationId, day, phase.number(), phase.name(), phase.engagedUsers(), phase.users28d());
    }
}

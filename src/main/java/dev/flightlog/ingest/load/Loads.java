package dev.flightlog.ingest.load;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.archive.ArchivedDays;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;

/** Knows which family of reports is stored in which way. */
@Singleton
class Loads {
    private final UserDayStores users;
    private final OrganizationReportStore organizations;
    private final RepositoryDayStore repositories;
    private final ArchivedDays archivedDays;
    private final UsagePartitionStore partitions;

    Loads(
            UserDayStores users,
            OrganizationReportStore organizations,
            RepositoryDayStore repositories,
            ArchivedDays archivedDays,
            UsagePartitionStore partitions) {
        this.users = users;
        this.organizations = organizations;
        this.repositories = repositories;
        this.archivedDays = archivedDays;
        this.partitions = partitions;
    }

    Load start(long organizationId, ReportKind kind, LocalDate firstDay, LocalDate lastDay) throws IOException {
        return switch (kind) {
            case USERS_1_DAY, USERS_28_DAY ->
                new UserDaysLoad(organizationId, kind, firstDay, lastDay, users, partitions);
            case ORGANIZATION_1_DAY, ORGANIZATION_28_DAY ->
                new OrganizationLoad(organizationId, kind, firstDay, lastDay, organizations, users.ledger());
            case USER_TEAMS_1_DAY -> new TeamMembersLoad(organizationId, lastDay, users.teams(), archivedDays);
            case REPOS_1_DAY -> new RepositoriesLoad(organizationId, lastDay, repositories);
        };
    }
}

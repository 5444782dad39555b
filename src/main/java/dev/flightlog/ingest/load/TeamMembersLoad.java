package dev.flightlog.ingest.load;

import dev.flightlog.copilot.InvalidReportException;
import dev.flightlog.copilot.RowReader;
import dev.flightlog.copilot.TeamMemberReader;
import dev.flightlog.copilot.UnknownFields;
import dev.flightlog.ingest.archive.ArchivedDay;
import dev.flightlog.ingest.archive.ArchivedDays;
import dev.flightlog.ingest.stage.TeamMembers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code user-teams-1-day}. Where people's rows of the day are stored already, the day is rewritten from the archive,
 * with the new teams.
 */
final class TeamMembersLoad implements Load {
    private final long organizationId;
    private final LocalDate day;
    private final TeamDayStore store;
    private final ArchivedDays archive;
    private final UnknownFields unknown = new UnknownFields();
    private final TeamMembers members;
    private @Nullable ArchivedDay archived;

    TeamMembersLoad(long organizationId, LocalDate day, TeamDayStore store, ArchivedDays archive) {
        this.organizationId = organizationId;
        this.day = day;
        this.store = store;
        this.archive = archive;
        this.members = new TeamMembers(day);
    }

    @Override
    public RowReader reader() {
        return new TeamMemberReader(unknown, members::add);
    }

    @Override
    public long oddValues() {
        return unknown.odd();
    }

    @Override
    public @Nullable String firstOddValue() {
        return unknown.firstOdd();
    }

    @Override
    public void mergeTwice() {
        if (archived != null) {
            archived.mergeTwice();
        }
    }

    @Override
    public List<String> unknownFields() {
        return unknown.names();
    }

    @Override
    public void prepare() {
        try {
            archived = archive.find(organizationId, day);
        } catch (IOException broken) {
            throw new InvalidReportException("what people did that day cannot be read from the archive again ("
                    + broken.getClass().getSimpleName() + ")");
        }
    }

    @Override
    public List<LocalDate> store() throws IOException, SQLException {
        store.deleteDay(organizationId, day);
        store.writeDay(organizationId, day, members);
        return archived == null ? List.of() : archived.rewrite();
    }

    @Override
    public void close() {
        if (archived != null) {
            archived.close();
        }
    }
}

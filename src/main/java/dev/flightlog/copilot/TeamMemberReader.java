package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code user-teams-1-day}: one for each person and team (github.md: Teams in reports). */
public final class TeamMemberReader implements RowReader {
    /** Takes a row. {@code day} is null where the row names none. */
    @FunctionalInterface
    public interface Rows {
        void take(@Nullable LocalDate day, long teamId, String slug, long personId) throws IOException;
    }

    private final UnknownFields unknown;
    private final Rows rows;
    private final ExpectedFields expected = new ExpectedFields();
    private final DayText days = new DayText();

    public TeamMemberReader(UnknownFields unknown, Rows rows) {
        this.unknown = unknown;
        this.rows = rows;
    }

    @Override
    public void read(JsonParser parser) throws IOException {
        LocalDate day = null;
        long teamId = 0;
        long personId = 0;
        String slug = "";
        expected.start();
        for (String field = expected.next(parser); field != null; field = expected.next(parser)) {
            parser.nextToken();
            switch (field) {
                case "day" -> day = days.read(parser);
                case "team_id" -> teamId = Values.id(parser, field);
                case "slug" -> slug = Values.name(parser, field, unknown);
                case "user_id" -> personId = Values.id(parser, field);
                default -> other(parser, field);
            }
        }
        if (teamId == 0 || personId == 0) {
            throw Values.wrong(teamId == 0 ? "team_id" : "user_id", "an id");
        }
        rows.take(day, teamId, slug, personId);
    }

    private void other(JsonParser parser, String field) throws IOException {
        switch (field) {
            case "user_login",
                    "organization_id",
                    "enterprise_id",
                    "etl_id",
                    "day_partition",
                    "entity_id_partition" -> {}
            default -> unknown.add("", field);
        }
        parser.skipChildren();
    }
}

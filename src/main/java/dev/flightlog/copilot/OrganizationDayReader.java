package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code organization-1-day}, whose rows are days, and {@code organization-28-day}, one long row with the days
 * inside: there one day at a time is in memory.
 */
public final class OrganizationDayReader implements RowReader {
    /** Takes a day. */
    @FunctionalInterface
    public interface Rows {
        void take(OrganizationDay day) throws IOException;
    }

    private static final String DAYS = "day_totals";

    private final UnknownFields unknown;
    private final Rows rows;

    public OrganizationDayReader(UnknownFields unknown, Rows rows) {
        this.unknown = unknown;
        this.rows = rows;
    }

    @Override
    public void read(JsonParser parser) throws IOException {
        ObjectNode row = Trees.JSON.createObjectNode();
        boolean wrapper = false;
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (field.equals(DAYS) && value == JsonToken.START_ARRAY) {
                wrapper = true;
                while (BreakdownReader.nextEntry(parser, DAYS, unknown)) {
                    takeInside(Trees.read(parser));
                }
            } else {
                row.set(field, Trees.read(parser));
            }
        }
        if (!wrapper) {
            rows.take(day(row));
        }
    }

    /** A day that cannot be takes no other with it. */
    private void takeInside(JsonNode inside) throws IOException {
        try {
            rows.take(day(inside));
        } catch (InvalidReportException odd) {
            unknown.odd(odd);
        }
    }

    private OrganizationDay day(JsonNode row) {
        row.fieldNames().forEachRemaining(field -> {
            if (!OrganizationFields.KNOWN.contains(field)) {
                unknown.add("", field);
            }
        });
        return new OrganizationDay(
                dayOf(row.get("day")),
                Trees.numberOrNull(row, "daily_active_users"),
                Trees.numberOrNull(row, "weekly_active_users"),
                Trees.numberOrNull(row, "monthly_active_users"),
                Trees.numberOrNull(row, "monthly_active_chat_users"),
                Trees.numberOrNull(row, "monthly_active_agent_users"),
                row.path("pull_requests").isObject() ? PullRequests.of(row.get("pull_requests")) : null,
                phases(row.path("totals_by_ai_adoption_phase")),
                Trees.text(row));
    }

    private static @Nullable LocalDate dayOf(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : Values.day(node.asText(), "day");
    }

    private static List<OrganizationDay.Phase> phases(JsonNode array) {
        List<OrganizationDay.Phase> phases = new ArrayList<>();
        for (JsonNode phase : array) {
            phases.add(new OrganizationDay.Phase(
                    Trees.number(phase, "phase_number"),
                    Values.clean(phase.path("phase").asText()),
                    Trees.numberOrNull(phase, "total_engaged_users"),
                    Trees.numberOrNull(phase, "users_in_phase_28d")));
        }
        return phases;
    }
}

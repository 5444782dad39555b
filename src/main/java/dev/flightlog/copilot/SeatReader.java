package dev.flightlog.copilot;

import com.ethlo.time.ITU;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads pages of the seat listing leniently: what GitHub adds is no error, and one odd seat does not hide the rest. */
final class SeatReader {
    private static final int DAY_LENGTH = "2026-11-20".length();

    /** Clocks differ; whatever is later than this after now did not happen. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private static final List<String> TIMES_OF_USE = List.of("last_activity_at", "last_authenticated_at");

    private SeatReader() {}

    /** @param organizationPlan the plan of seats that name none */
    static SeatPage page(JsonNode answer, String organizationPlan, Instant now) {
        List<CopilotSeat> seats = new ArrayList<>();
        int unreadable = 0;
        int future = 0;
        for (JsonNode entry : answer.path("seats")) {
            CopilotSeat seat = seat(entry, organizationPlan, now);
            if (seat == null) {
                unreadable++;
            } else {
                seats.add(seat);
                future += (int) TIMES_OF_USE.stream()
                        .map(field -> instant(entry, field))
                        .filter(time -> time != null && isFuture(time, now))
                        .count();
            }
        }
        return new SeatPage(count(answer.path("total_seats")), seats, unreadable, future);
    }

    /** A missing figure is unknown. */
    private static @Nullable Integer count(JsonNode figure) {
        return figure.canConvertToInt() && figure.isIntegralNumber() && figure.asInt() >= 0 ? figure.asInt() : null;
    }

    /** One seat as it is asked for by name; nothing where it names no person or no date. */
    static Optional<CopilotSeat> one(JsonNode answer, String organizationPlan, Instant now) {
        return Optional.ofNullable(seat(answer, organizationPlan, now));
    }

    private static @Nullable CopilotSeat seat(JsonNode entry, String organizationPlan, Instant now) {
        long id = entry.path("assignee").path("id").asLong();
        String login = entry.path("assignee").path("login").asText();
        Instant createdAt = past(entry, "created_at", now);
        if (id <= 0 || login.isBlank() || createdAt == null) {
            return null;
        }
        return new CopilotSeat(
                id,
                clean(login),
                plan(entry.path("plan_type"), organizationPlan),
                team(entry.path("assigning_team")),
                createdAt,
                day(entry, "pending_cancellation_date"),
                past(entry, "last_activity_at", now),
                text(entry, "last_activity_editor"),
                past(entry, "last_authenticated_at", now));
    }

    /** What is no text says nothing: the organization's plan holds then. */
    private static String plan(JsonNode seat, String organizationPlan) {
        String word = seat.isTextual() ? seat.asText() : organizationPlan;
        return switch (word) {
            case "business", "enterprise" -> word;
            default -> "unknown";
        };
    }

    private static CopilotSeat.@Nullable AssigningTeam team(JsonNode team) {
        long id = team.path("id").asLong();
        return id == 0
                ? null
                : new CopilotSeat.AssigningTeam(
                        id, clean(team.path("slug").asText(team.path("name").asText())));
    }

    /** A time in the future says nothing: taken for true, it would make a seat active for months. */
    private static @Nullable Instant past(JsonNode entry, String field, Instant now) {
        Instant time = instant(entry, field);
        return time == null || isFuture(time, now) ? null : time;
    }

    private static boolean isFuture(Instant time, Instant now) {
        return time.isAfter(now.plus(CLOCKS_DIFFER));
    }

    /** Offsets differ from field to field; a text that is no date says nothing. */
    private static @Nullable Instant instant(JsonNode entry, String field) {
        String text = entry.path(field).asText();
        try {
            return text.isEmpty() || text.equals("null")
                    ? null
                    : ITU.parseLenient(text).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable LocalDate day(JsonNode entry, String field) {
        String text = entry.path(field).asText();
        try {
            return text.length() < DAY_LENGTH ? null : LocalDate.parse(text.substring(0, DAY_LENGTH));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable String text(JsonNode entry, String field) {
        String text = entry.path(field).textValue();
        return text == null || text.isBlank() ? null : clean(text);
    }

    /** Postgres takes no NUL. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }
}

package dev.flightlog.fake.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** Invents the {@code pull_requests} object of a day (github.md: Report rows). */
final class PullRequests {
    private PullRequests() {}

    /** How many pull requests were merged that Copilot wrote, and that it reviewed. */
    record Merged(int total, int createdByCopilot, int reviewedByCopilot) {}

    static Merged merged(long seed, LocalDate day, int size) {
        Chance chance = Chance.of(seed, -7, day.toEpochDay());
        boolean quiet = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        int total = quiet ? chance.between(0, 1 + size / 60) : chance.between(size / 8, size / 4 + 1);
        return new Merged(total, total / 6, total / 2);
    }

    static void write(JsonGenerator json, long seed, LocalDate day, int size) throws IOException {
        Merged merged = merged(seed, day, size);
        json.writeObjectFieldStart("pull_requests");
        json.writeNumberField("total_created", merged.total() + merged.total() / 4);
        json.writeNumberField("total_reviewed", merged.total() + 1);
        json.writeNumberField("total_merged", merged.total());
        median(json, "median_minutes_to_merge", merged.total(), 412.5);
        json.writeNumberField("total_suggestions", merged.total() * 2);
        json.writeNumberField("total_applied_suggestions", merged.total());
        json.writeNumberField("total_created_by_copilot", merged.createdByCopilot() + 1);
        json.writeNumberField("total_reviewed_by_copilot", merged.reviewedByCopilot() + 1);
        json.writeNumberField("total_merged_created_by_copilot", merged.createdByCopilot());
        json.writeNumberField("total_merged_reviewed_by_copilot", merged.reviewedByCopilot());
        median(json, "median_minutes_to_merge_copilot_authored", merged.createdByCopilot(), 95);
        median(json, "median_minutes_to_merge_copilot_reviewed", merged.reviewedByCopilot(), 240);
        json.writeNumberField("total_copilot_suggestions", merged.total());
        json.writeNumberField("total_copilot_applied_suggestions", merged.total() / 2);
        json.writeArrayFieldStart("copilot_suggestions_by_comment_type");
        json.writeStartObject();
        json.writeStringField("comment_type", "bug_risk");
        json.writeNumberField("total_copilot_suggestions", merged.total() / 3);
        json.writeNumberField("total_copilot_applied_suggestions", merged.total() / 6);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void median(JsonGenerator json, String name, int count, double minutes) throws IOException {
        if (count == 0) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, minutes);
        }
    }
}

package dev.flightlog.fake.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The averages of each adoption phase for {@code totals_by_ai_adoption_phase[]}. */
final class PhaseTotals {
    private final Counters[] counters = {new Counters(), new Counters(), new Counters(), new Counters()};
    private final int[] users = new int[4];

    void add(int phase, PersonDay day) {
        users[phase]++;
        day.uses().forEach(counters[phase]::add);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("totals_by_ai_adoption_phase");
        for (int phase = 0; phase < users.length; phase++) {
            if (users[phase] > 0) {
                write(json, phase);
            }
        }
        json.writeEndArray();
    }

    private void write(JsonGenerator json, int phase) throws IOException {
        Counters sum = counters[phase];
        json.writeStartObject();
        json.writeStringField("phase", Phases.NAMES.get(phase));
        json.writeNumberField("phase_number", phase);
        json.writeNumberField("total_engaged_users", users[phase]);
        json.writeNumberField("users_in_phase_28d", users[phase] + users[phase] / 5);
        json.writeNumberField("total_pull_requests_merged", users[phase] / 3);
        average(json, "avg_user_initiated_interactions", sum.interactions(), phase);
        average(json, "avg_code_generation_activities", sum.generations(), phase);
        average(json, "avg_code_acceptance_activities", sum.acceptances(), phase);
        average(json, "avg_loc_added", sum.added(), phase);
        average(json, "avg_loc_deleted", sum.deleted(), phase);
        json.writeNumberField("avg_pull_requests_reviewed", 0.5);
        json.writeNumberField("avg_pull_requests_created", 0.7);
        json.writeNumberField("avg_pull_requests_merged", 0.4);
        json.writeNumberField("avg_pull_requests_median_minutes_to_merge", 300.0);
        json.writeNumberField("avg_pull_requests_minutes_to_review", 45.0);
        json.writeNumberField("avg_pull_requests_review_cycles", 1.0);
        json.writeEndObject();
    }

    private void average(JsonGenerator json, String name, long sum, int phase) throws IOException {
        json.writeNumberField(name, Math.round(sum * 100.0 / users[phase]) / 100.0);
    }
}

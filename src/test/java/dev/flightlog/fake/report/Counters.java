package dev.flightlog.fake.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The seven sums of activity (github.md: Report rows). */
final class Counters {
    private long interactions;
    private long generations;
    private long acceptances;
    private long suggestedToAdd;
    private long suggestedToDelete;
    private long added;
    private long deleted;

    void add(Use use) {
        interactions += use.interactions();
        generations += use.generations();
        acceptances += use.acceptances();
        suggestedToAdd += use.suggestedToAdd();
        suggestedToDelete += use.suggestedToDelete();
        added += use.added();
        deleted += use.deleted();
    }

    long interactions() {
        return interactions;
    }

    long generations() {
        return generations;
    }

    long acceptances() {
        return acceptances;
    }

    long added() {
        return added;
    }

    long deleted() {
        return deleted;
    }

    void write(JsonGenerator json, boolean withInteractions) throws IOException {
        if (withInteractions) {
            json.writeNumberField("user_initiated_interaction_count", interactions);
        }
        json.writeNumberField("code_generation_activity_count", generations);
        json.writeNumberField("code_acceptance_activity_count", acceptances);
        json.writeNumberField("loc_suggested_to_add_sum", suggestedToAdd);
        json.writeNumberField("loc_suggested_to_delete_sum", suggestedToDelete);
        json.writeNumberField("loc_added_sum", added);
        json.writeNumberField("loc_deleted_sum", deleted);
    }
}

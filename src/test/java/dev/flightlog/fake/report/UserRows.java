package dev.flightlog.fake.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows of users-1-day and users-28-day, one at a time. */
final class UserRows {
    private final String organizationId;
    private final Habits habits;
    private final PersonDays days;

    UserRows(long organizationId, Habits habits, PersonDays days) {
        this.organizationId = Long.toString(organizationId);
        this.habits = habits;
        this.days = days;
    }

    /** Writes the rows of one day; the window is named in the 28-day report. */
    void write(JsonGenerator json, List<Profile> people, LocalDate day, @Nullable LocalDate windowEnd)
            throws IOException {
        for (Profile profile : people) {
            PersonDay personDay = days.of(profile, day).orElse(null);
            if (personDay != null) {
                row(json, personDay, windowEnd);
            }
        }
    }

    private void row(JsonGenerator json, PersonDay personDay, @Nullable LocalDate windowEnd) throws IOException {
        Breakdowns breakdowns = new Breakdowns();
        breakdowns.add(personDay);
        json.writeStartObject();
        json.writeStringField("day", personDay.day().toString());
        json.writeStringField("organization_id", organizationId);
        json.writeStringField("enterprise_id", InventedOrganization.ENTERPRISE);
        json.writeNumberField("user_id", personDay.profile().person().id());
        json.writeStringField("user_login", personDay.profile().person().login());
        json.writeNumberField("ai_credits_used", personDay.credits());
        breakdowns.all().write(json, true);
        flags(json, personDay);
        phase(json, personDay);
        breakdowns.write(json, personDay.day());
        agentWindow(json, personDay);
        customisation(json, personDay);
        if (windowEnd != null) {
            json.writeStringField("report_start_day", windowEnd.minusDays(27).toString());
            json.writeStringField("report_end_day", windowEnd.toString());
        }
        json.writeEndObject();
    }

    private static void flags(JsonGenerator json, PersonDay day) throws IOException {
        json.writeBooleanField("used_agent", day.has(Habits.AGENT));
        json.writeBooleanField("used_chat", day.has(Habits.CHAT));
        json.writeBooleanField("used_cli", day.has(Habits.CLI));
        json.writeBooleanField("used_copilot_app", day.has(Habits.APP));
        json.writeBooleanField("used_copilot_coding_agent", day.has(Habits.CLOUD_AGENT));
        json.writeBooleanField("used_copilot_cloud_agent", day.has(Habits.CLOUD_AGENT));
        trueOrNull(json, "used_copilot_code_review_active", day.has(Habits.REVIEW_ACTIVE));
        trueOrNull(json, "used_copilot_code_review_passive", day.has(Habits.REVIEW_PASSIVE));
        trueOrNull(json, "used_vscode_agent", day.has(Habits.VSCODE_AGENT));
    }

    private static void trueOrNull(JsonGenerator json, String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        } else {
            json.writeNullField(name);
        }
    }

    private void phase(JsonGenerator json, PersonDay day) throws IOException {
        int phase = habits.phase(day.profile(), day.day());
        json.writeObjectFieldStart("ai_adoption_phase");
        json.writeNumberField("phase_number", phase);
        json.writeStringField("phase", Phases.NAMES.get(phase));
        json.writeStringField("version", "v1");
        json.writeEndObject();
    }

    private static void agentWindow(JsonGenerator json, PersonDay day) throws IOException {
        if (!day.has(Habits.VSCODE_AGENT)) {
            json.writeNullField("totals_by_vscode_agent");
            return;
        }
        json.writeObjectFieldStart("totals_by_vscode_agent");
        json.writeNumberField("session_count", 2);
        json.writeNumberField("total_user_messages", 7);
        json.writeEndObject();
    }

    private static void customisation(JsonGenerator json, PersonDay day) throws IOException {
        json.writeArrayFieldStart("totals_by_3rd_party_agent");
        json.writeEndArray();
        TokenUse cli = day.cli();
        if (cli == null || cli.sessions() < 3) {
            return;
        }
        json.writeNumberField("distinct_mcp_use_count", 1);
        json.writeArrayFieldStart("totals_by_mcp");
        json.writeStartObject();
        json.writeStringField("mcp", "github-mcp-server");
        json.writeNumberField("interaction_count", cli.sessions());
        json.writeEndObject();
        json.writeEndArray();
    }
}

package dev.flightlog.fake.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.IntPredicate;

/** Writes organization-1-day and organization-28-day, summed up from the same people's days. */
final class OrganizationRows {
    private final String organizationId;
    private final List<Profile> people;
    private final Habits habits;
    private final PersonDays days;

    OrganizationRows(long organizationId, List<Profile> people, Habits habits, PersonDays days) {
        this.organizationId = Long.toString(organizationId);
        this.people = people;
        this.habits = habits;
        this.days = days;
    }

    void write28Days(JsonGenerator json, LocalDate first, LocalDate end) throws IOException {
        json.writeStartObject();
        json.writeStringField("report_start_day", end.minusDays(27).toString());
        json.writeStringField("report_end_day", end.toString());
        ids(json);
        json.writeStringField("created_at", end.plusDays(2) + "T03:36:11.710Z");
        engagement(json, end);
        json.writeArrayFieldStart("day_totals");
        for (LocalDate day = end.minusDays(27); !day.isAfter(end); day = day.plusDays(1)) {
            if (!day.isBefore(first)) {
                writeDay(json, day);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void ids(JsonGenerator json) throws IOException {
        json.writeStringField("organization_id", organizationId);
        json.writeStringField("enterprise_id", InventedOrganization.ENTERPRISE);
    }

    private void engagement(JsonGenerator json, LocalDate end) throws IOException {
        int[] month = during(end.minusDays(27), end);
        json.writeObjectFieldStart("copilot_feature_engagement");
        json.writeNumberField("active_user_count", count(month, flags -> flags != 0));
        json.writeArrayFieldStart("totals_by_feature");
        engaged(json, "code_completion", month, Habits.CODE);
        engaged(json, "agent_edit", month, Habits.AGENT);
        engaged(json, "code_review_passive", month, Habits.REVIEW_PASSIVE);
        engaged(json, "code_review_active", month, Habits.REVIEW_ACTIVE);
        engaged(json, "cloud_agent", month, Habits.CLOUD_AGENT);
        engaged(json, "copilot_cli", month, Habits.CLI);
        engaged(json, "github_app", month, Habits.APP);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void engaged(JsonGenerator json, String feature, int[] month, int flag) throws IOException {
        json.writeStartObject();
        json.writeStringField("feature", feature);
        json.writeNumberField("engaged_user_count", count(month, flags -> (flags & flag) != 0));
        json.writeEndObject();
    }

    private int[] during(LocalDate first, LocalDate last) {
        return people.stream()
                .mapToInt(profile -> habits.during(profile, first, last))
                .toArray();
    }

    private static long count(int[] flags, IntPredicate which) {
        return java.util.Arrays.stream(flags).filter(which).count();
    }

    void writeDay(JsonGenerator json, LocalDate day) throws IOException {
        Breakdowns breakdowns = new Breakdowns();
        PhaseTotals phases = new PhaseTotals();
        for (Profile profile : people) {
            PersonDay personDay = days.of(profile, day).orElse(null);
            if (personDay != null) {
                breakdowns.add(personDay);
                phases.add(habits.phase(profile, day), personDay);
            }
        }
        json.writeStartObject();
        json.writeStringField("day", day.toString());
        ids(json);
        users(json, day);
        breakdowns.all().write(json, true);
        breakdowns.write(json, null);
        phases.write(json);
        PullRequests.write(json, organizationId.hashCode(), day, people.size());
        json.writeEndObject();
    }

    private void users(JsonGenerator json, LocalDate day) throws IOException {
        int[] today = during(day, day);
        int[] week = during(day.minusDays(6), day);
        int[] month = during(day.minusDays(27), day);
        json.writeNumberField("daily_active_users", count(today, flags -> flags != 0));
        json.writeNumberField("weekly_active_users", count(week, flags -> flags != 0));
        json.writeNumberField("monthly_active_users", count(month, flags -> flags != 0));
        json.writeNumberField("monthly_active_chat_users", count(month, flags -> (flags & Habits.CHAT) != 0));
        json.writeNumberField("monthly_active_agent_users", count(month, flags -> (flags & Habits.AGENT) != 0));
        periods(json, "active_copilot_cloud_agent", today, week, month, Habits.CLOUD_AGENT);
        periods(json, "active_copilot_code_review", today, week, month, Habits.REVIEW_ACTIVE);
        periods(json, "passive_copilot_code_review", today, week, month, Habits.REVIEW_PASSIVE);
        json.writeNumberField("daily_active_cli_users", count(today, flags -> (flags & Habits.CLI) != 0));
        json.writeNumberField("daily_active_copilot_app_users", count(today, flags -> (flags & Habits.APP) != 0));
        // Unlike the others these count from Sunday and from the first of the month (github.md: Report rows).
        int[] sinceSunday = during(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)), day);
        int[] sinceFirst = during(day.withDayOfMonth(1), day);
        periods(json, "active_vscode_agent", today, sinceSunday, sinceFirst, Habits.VSCODE_AGENT);
    }

    private static void periods(JsonGenerator json, String name, int[] today, int[] week, int[] month, int flag)
            throws IOException {
        IntPredicate has = flags -> (flags & flag) != 0;
        json.writeNumberField("daily_" + name + "_users", count(today, has));
        json.writeNumberField("weekly_" + name + "_users", count(week, has));
        json.writeNumberField("monthly_" + name + "_users", count(month, has));
    }
}

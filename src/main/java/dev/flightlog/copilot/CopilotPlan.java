package dev.flightlog.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The organization's Copilot plan, GitHub's own seat breakdown and its settings, as GitHub gives them (github.md:
 * Plan).
 *
 * @param planType business or enterprise; null where GitHub does not say
 * @param settings every other text field, such as {@code seat_management_setting} and {@code cli}
 */
public record CopilotPlan(@Nullable String planType, Breakdown breakdown, ObjectNode settings) {
    private static final Set<String> NO_SETTINGS = Set.of("seat_breakdown", "plan_type");

    /** What is known while GitHub does not answer: the last plan that it reported. */
    public static CopilotPlan lastTold(@Nullable String planType) {
        return new CopilotPlan(planType, Breakdown.UNKNOWN, JsonNodeFactory.instance.objectNode());
    }

    /** Reads GitHub's answer; nothing in it is required. */
    static CopilotPlan of(JsonNode answer) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        answer.properties().stream()
                .filter(field -> field.getValue().isValueNode() && !NO_SETTINGS.contains(field.getKey()))
                .forEach(field -> settings.set(field.getKey(), field.getValue()));
        String plan = answer.path("plan_type").textValue();
        return new CopilotPlan(plan, Breakdown.of(answer.path("seat_breakdown")), settings);
    }

    /**
     * Whether Copilot is switched off for the organization, and GitHub counts no seat: then an empty listing is true.
     */
    public boolean hasNoSeats() {
        return "disabled".equals(settings.path("seat_management_setting").asText())
                && Integer.valueOf(0).equals(breakdown.total());
    }

    /** Whether seats are given person by person: only then may they be assigned and cancelled through the API. */
    public boolean assignsSelectedMembers() {
        return "assign_selected".equals(settings.path("seat_management_setting").asText());
    }

    /** GitHub's {@code seat_breakdown}; each figure may be missing. */
    public record Breakdown(
            @Nullable Integer total,
            @Nullable Integer addedThisCycle,
            @Nullable Integer pendingCancellation,
            @Nullable Integer pendingInvitation,
            @Nullable Integer activeThisCycle,
            @Nullable Integer inactiveThisCycle) {
        static final Breakdown UNKNOWN = new Breakdown(null, null, null, null, null, null);

        private static Breakdown of(JsonNode figures) {
            return new Breakdown(
                    figure(figures, "total"),
                    figure(figures, "added_this_cycle"),
                    figure(figures, "pending_cancellation"),
                    figure(figures, "pending_invitation"),
                    figure(figures, "active_this_cycle"),
                    figure(figures, "inactive_this_cycle"));
        }

        private static @Nullable Integer figure(JsonNode figures, String field) {
            JsonNode figure = figures.path(field);
            return figure.canConvertToInt() ? figure.asInt() : null;
        }
    }
}

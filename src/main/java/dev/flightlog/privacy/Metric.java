package dev.flightlog.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What is counted of a group in a period. Each has contributors of its own: the people without whom it were 0. */
public enum Metric {
    /** Holds a seat. A team in which too few do shows nothing at all. */
    SEATED(Kind.PEOPLE, "false"),
    ACTIVE(Kind.PEOPLE, "active"),
    AGENT(Kind.PEOPLE, "used_agent"),
    CHAT(Kind.PEOPLE, "used_chat"),
    CLI(Kind.PEOPLE, "used_cli"),
    APP(Kind.PEOPLE, "used_app"),
    INTERACTIONS(Kind.SUM, "interactions > 0"),
    GENERATIONS(Kind.SUM, "generations > 0"),
    ACCEPTANCES(Kind.SUM, "acceptances > 0"),
    COMPLETION_GENERATIONS(Kind.SUM, "completion_generations > 0"),
    COMPLETION_ACCEPTANCES(Kind.SUM, "completion_acceptances > 0"),
    LOC_SUGGESTED_TO_ADD(Kind.SUM, "loc_suggested_to_add > 0"),
    LOC_SUGGESTED_TO_DELETE(Kind.SUM, "loc_suggested_to_delete > 0"),
    LOC_ADDED(Kind.SUM, "loc_added > 0"),
    LOC_DELETED(Kind.SUM, "loc_deleted > 0"),
    CLI_SESSIONS(Kind.SUM, "cli_sessions > 0"),
    CLI_REQUESTS(Kind.SUM, "cli_requests > 0"),
    CLI_PROMPTS(Kind.SUM, "cli_prompts > 0"),
    APP_SESSIONS(Kind.SUM, "app_sessions > 0"),
    AGENT_SESSIONS(Kind.SUM, "agent_sessions > 0"),
    AI_CREDITS(Kind.SUM, "ai_credits > 0");

    /** Distinct people of a week are no sum of its days; sums are. */
    enum Kind {
        PEOPLE,
        SUM
    }

    private final Kind kind;
    private final String contributes;

    Metric(Kind kind, String contributes) {
        this.kind = kind;
        this.contributes = contributes;
    }

    boolean isSum() {
        return kind == Kind.SUM;
    }

    /** Its bit in a mask of metrics. */
    int bit() {
        return 1 << ordinal();
    }

    static final List<Metric> ALL = List.of(values());

    /** An SQL expression: the metrics that a row of {@code usage_user_day} contributes to, as a mask. */
    static String contributions() {
        return Arrays.stream(values())
                .filter(metric -> metric != SEATED)
                .map(metric -> "cast(" + metric.contributes + " as int) * " + metric.bit())
                .collect(Collectors.joining(" + "));
    }
}

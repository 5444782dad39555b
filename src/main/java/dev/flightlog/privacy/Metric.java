package dev.flightlog.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is counted of a group in a period. Each has its own contributors: the people without whom it would be 0. Append
 * only: decisions are stored as a mask of bits in this order.
 */
public enum Metric {
    /** Holds a seat. A team in which too few do shows nothing at all. */
    SEATED(Kind.PEOPLE, "false"),
    ACTIVE(Kind.PEOPLE, "active"),
    AGENT(Kind.PEOPLE, "used_agent"),
    CHAT(Kind.PEOPLE, "used_chat"),
    CLI(Kind.PEOPLE, "used_cli"),
    APP(Kind.PEOPLE, "used_app"),
    INTERACTIONS,
    GENERATIONS,
    ACCEPTANCES,
    COMPLETION_GENERATIONS,
    COMPLETION_ACCEPTANCES,
    LOC_SUGGESTED_TO_ADD,
    LOC_SUGGESTED_TO_DELETE,
    LOC_ADDED,
    LOC_DELETED,
    CLI_SESSIONS,
    CLI_REQUESTS,
    CLI_PROMPTS,
    APP_SESSIONS,
    AGENT_SESSIONS,
    AI_CREDITS,
    AGENT_MESSAGES;

    /** Distinct people of a week are no sum of its days; sums are. */
    enum Kind {
        PEOPLE,
        SUM
    }

    private final Kind kind;
    private final String contributes;

    /** A sum, in the column of its name. */
    Metric() {
        this.kind = Kind.SUM;
        this.contributes = name().toLowerCase(Locale.ROOT) + " > 0";
    }

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

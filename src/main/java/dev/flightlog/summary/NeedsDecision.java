package dev.flightlog.summary;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.flightlog.seat.SeatCost;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Something that a person has to decide, with the figures to decide by. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NeedsDecision.MetricsPolicyOff.class, name = "metrics_policy_off"),
    @JsonSubTypes.Type(value = NeedsDecision.PermissionMissing.class, name = "permission_missing"),
    @JsonSubTypes.Type(value = NeedsDecision.SourceUnread.class, name = "source_unread"),
    @JsonSubTypes.Type(value = NeedsDecision.NamesNobody.class, name = "policy_names_nobody"),
    @JsonSubTypes.Type(value = NeedsDecision.SeatBudgetPassed.class, name = "seat_budget_passed"),
    @JsonSubTypes.Type(value = NeedsDecision.CreditBudgetPassed.class, name = "credit_budget_passed"),
    @JsonSubTypes.Type(value = NeedsDecision.CreditBudgetInDanger.class, name = "credit_budget_in_danger"),
    @JsonSubTypes.Type(value = NeedsDecision.LimitNear.class, name = "limit_near"),
    @JsonSubTypes.Type(value = NeedsDecision.Idle.class, name = "idle_seats"),
    @JsonSubTypes.Type(value = NeedsDecision.ReviewOpen.class, name = "review_open"),
    @JsonSubTypes.Type(value = NeedsDecision.ReviewOver.class, name = "review_over"),
    @JsonSubTypes.Type(value = NeedsDecision.SeatsAskedFor.class, name = "seats_asked_for"),
    @JsonSubTypes.Type(value = NeedsDecision.TeamFell.class, name = "team_fell"),
})
public sealed interface NeedsDecision {
    /** GitHub gives no reports any more: the policy "Copilot usage metrics" is off. */
    record MetricsPolicyOff() implements NeedsDecision {}

    /** The app lacks a permission, GitHub's key of it. */
    record PermissionMissing(String permission) implements NeedsDecision {}

    /** A source of the figures cannot be read; {@code cause} is a sentence that says why and what to do. */
    record SourceUnread(String source, String cause) implements NeedsDecision {}

    /** So many names in the policy mean nobody: exemptions that exempt nobody, admin teams that are none. */
    record NamesNobody(int names) implements NeedsDecision {
        public NamesNobody {
            if (names < 1) {
                throw new IllegalArgumentException("names must be 1 or more, but are " + names);
            }
        }
    }

    /**
     * Seats cost more than the policy's budget; US dollars a month.
     *
     * @param unpriced further seats whose price is not known; 0 in summaries of earlier versions
     */
    record SeatBudgetPassed(BigDecimal costUsd, BigDecimal budgetUsd, int unpriced) implements NeedsDecision {
        /** Of seats whose price is known. */
        public SeatBudgetPassed(BigDecimal costUsd, BigDecimal budgetUsd) {
            this(costUsd, budgetUsd, 0);
        }

        /** "1,140 USD" or "at least 1,140 USD". */
        public String cost() {
            return new SeatCost(costUsd, unpriced).words();
        }

        /** As {@link #cost}, of what is over the budget. */
        public String over() {
            return new SeatCost(costUsd.subtract(budgetUsd), unpriced).words();
        }
    }

    /**
     * More AI credits are used than the policy's budget for the month.
     *
     * @param month null in summaries of earlier versions: the one that ran then
     */
    record CreditBudgetPassed(
            BigDecimal used, long budget, @Nullable YearMonth month) implements NeedsDecision {}

    /**
     * The month's AI credits are on the way to more than the budget.
     *
     * @param month null in summaries of earlier versions: the one that ran then
     */
    record CreditBudgetInDanger(
            BigDecimal projected, long budget, @Nullable YearMonth month) implements NeedsDecision {}

    /** Much of the pool of AI credits or of a budget is used; a sentence says how much of which. */
    record LimitNear(String sentence) implements NeedsDecision {}

    /** Money is spent on seats that nobody uses. */
    record Idle(SeatFigures.IdleSeats seats) implements NeedsDecision {}

    /**
     * A seat review is open.
     *
     * @param seats that are proposed
     * @param step what it waits for
     */
    record ReviewOpen(int seats, Step step) implements NeedsDecision {
        /** What a person has to do, or may still do. */
        public enum Step {
            APPROVE,
            /** Holders can keep their seats until the notice is over. */
            AWAIT_NOTICE,
            /** Nothing but an undo later. */
            BEING_REMOVED,
            REMOVE_BY_HAND
        }
    }

    /**
     * A seat review ended lately; what it took can be given back for some time.
     *
     * @param taken seats that it took back
     * @param seats that it had proposed
     * @param stopped whether it was stopped before its end
     */
    record ReviewOver(int taken, int seats, boolean stopped) implements NeedsDecision {}

    /** So many members ask for a seat. */
    record SeatsAskedFor(int requests) implements NeedsDecision {}

    /** A team's active users fell by more than two fifths. */
    record TeamFell(String slug, String name, int before, int now) implements NeedsDecision {}
}

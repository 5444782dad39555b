package dev.flightlog.summary;

import dev.flightlog.cost.CostFinding;
import dev.flightlog.cost.LimitWords;
import dev.flightlog.policy.Policy;
import dev.flightlog.summary.TeamFigures.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what a person has to decide, from figures alone. */
public final class DecisionRules {
    /** A team has fallen when fewer than three fifths of its active users are left. */
    private static final double STANDING = 0.6;

    private DecisionRules() {}

    /**
     * @param access what prevents reading GitHub, first
     * @param findings about money, see {@link dev.flightlog.cost.CostRules}
     * @param idle the idle seats behind the finding about them; null where seats are not known
     */
    public static List<NeedsDecision> decide(
            List<NeedsDecision> access,
            List<CostFinding> findings,
            SeatFigures.@Nullable IdleSeats idle,
            TeamFigures teams,
            Policy policy) {
        List<NeedsDecision> decisions = new ArrayList<>(access);
        findings.forEach(finding -> decisions.add(money(finding, idle)));
        teams.shown().stream()
                .filter(team -> fell(team, policy.privacy().minTeamSize()))
                .map(DecisionRules::fallen)
                .forEach(decisions::add);
        return decisions;
    }

    private static NeedsDecision money(CostFinding finding, SeatFigures.@Nullable IdleSeats idle) {
        return switch (finding) {
            case CostFinding.SeatsOverBudget(var cost, var budget) ->
                new NeedsDecision.SeatBudgetPassed(cost.usd(), budget, cost.unpriced());
            case CostFinding.CreditsOverBudget(var used, var budget, var month) ->
                new NeedsDecision.CreditBudgetPassed(used, budget.longValue(), month);
            case CostFinding.CreditsOnCourse(var projected, var budget, var month) ->
                new NeedsDecision.CreditBudgetInDanger(projected, budget.longValue(), month);
            case CostFinding.LimitNear(var use, var credits) ->
                new NeedsDecision.LimitNear(LimitWords.ofItsDay(use, credits));
            case CostFinding.SeatsIdle _ -> new NeedsDecision.Idle(Objects.requireNonNull(idle, "idle"));
        };
    }

    /** A fall among fewer people than the least team size is noise. */
    private static boolean fell(Team team, int leastPeople) {
        Integer before = team.activeLastWeek();
        Integer active = team.activeUsers();
        return before != null && active != null && before >= leastPeople && active < STANDING * before;
    }

    private static NeedsDecision fallen(Team team) {
        Integer before = team.activeLastWeek();
        Integer active = team.activeUsers();
        return new NeedsDecision.TeamFell(
                team.slug(), team.name(), before == null ? 0 : before, active == null ? 0 : active);
    }
}

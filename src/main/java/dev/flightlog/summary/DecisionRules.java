package dev.flightlog.summary;

import dev.flightlog.policy.Policy;
import dev.flightlog.summary.TeamFigures.Team;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a person has to decide, from figures alone. */
public final class DecisionRules {
    /** A team has fallen when fewer than three fifths of its active users are left. */
    private static final double STANDING = 0.6;

    private DecisionRules() {}

    /**
     * @param access what stands in the way of reading GitHub, first
     * @param seats null where they are not known
     */
    public static List<NeedsDecision> decide(
            List<NeedsDecision> access,
            @Nullable SeatFigures seats,
            CreditFigures credits,
            TeamFigures teams,
            Policy policy) {
        List<NeedsDecision> decisions = new ArrayList<>(access);
        if (seats != null) {
            policy.budget()
                    .seatsUsdPerMonth()
                    .filter(budget -> seats.monthlyUsd().compareTo(budget) > 0)
                    .ifPresent(budget -> decisions.add(new NeedsDecision.SeatBudgetPassed(seats.monthlyUsd(), budget)));
        }
        credits(credits).ifPresent(decisions::add);
        if (seats != null && seats.idle().total() > 0) {
            decisions.add(new NeedsDecision.Idle(seats.idle()));
        }
        teams.shown().stream()
                .filter(team -> fell(team, policy.privacy().minTeamSize()))
                .map(DecisionRules::fallen)
                .forEach(decisions::add);
        return decisions;
    }

    private static Optional<NeedsDecision> credits(CreditFigures credits) {
        Long budget = credits.budget();
        if (budget == null) {
            return Optional.empty();
        }
        BigDecimal limit = BigDecimal.valueOf(budget);
        if (credits.monthToDate().compareTo(limit) > 0) {
            return Optional.of(new NeedsDecision.CreditBudgetPassed(credits.monthToDate(), budget));
        }
        BigDecimal projected = credits.projected();
        return projected == null || projected.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of(new NeedsDecision.CreditBudgetInDanger(projected, budget));
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

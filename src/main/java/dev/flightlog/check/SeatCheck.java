package dev.flightlog.check;

import dev.flightlog.cost.CostFinding;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.CostRules;
import dev.flightlog.github.check.CheckState;
import dev.flightlog.health.DataProblem;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.policy.Policy;
import java.util.List;

/**
 * How an organization's seats, money and data are, under the policy in force.
 *
 * @param policyName the policy's short commit, or "defaults"
 * @param policyBroken whether the file on the default branch is not the one in force
 * @param open what of seat reviews, requests and the policy's names waits for a person, each a sentence without names
 * @param readings how fresh each source is, in a fixed order
 */
record SeatCheck(
        Policy policy,
        String policyName,
        boolean policyBroken,
        CostOfMonth cost,
        List<String> open,
        List<SourceStatus> readings,
        List<DataProblem> troubles) {
    SeatCheck {
        open = List.copyOf(open);
        readings = List.copyOf(readings);
        troubles = List.copyOf(troubles);
    }

    /** What needs a decision about money, by the rule of the weekly post. */
    List<CostFinding> findings() {
        return CostRules.of(policy.budget(), cost);
    }

    /** The troubles for which the figures may be old or incomplete. */
    List<DataProblem> spoiled() {
        return troubles.stream().filter(DataProblem::spoilsFigures).toList();
    }

    /** Sources of figures that were never read, so that nothing can be said to be well; GitHub having no data is an answer. */
    List<Source> unread() {
        return DataProblem.NEEDED.stream()
                .filter(source -> readings.stream()
                        .noneMatch(reading -> reading.source() == source && reading.succeededAt() != null))
                .toList();
    }

    /** Trouble comes before money: a decision needs right figures, and an app that can do its work. */
    CheckState state() {
        if (!troubles.isEmpty()) {
            return CheckState.FAILURE;
        }
        if (!unread().isEmpty()) {
            return CheckState.NEUTRAL;
        }
        return findings().stream().anyMatch(CostFinding::urgent) ? CheckState.ACTION_REQUIRED : CheckState.SUCCESS;
    }
}

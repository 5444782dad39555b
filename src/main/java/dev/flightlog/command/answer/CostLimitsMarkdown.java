package dev.flightlog.command.answer;

import static dev.flightlog.command.answer.CostMarkdown.daysKnown;
import static dev.flightlog.command.answer.CostMarkdown.whole;

import dev.flightlog.cost.CostFinding;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.CostRules;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.LimitUse;
import dev.flightlog.cost.LimitWords;
import dev.flightlog.cost.SpendingLimit;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words how much of the pool and of each budget a month uses. Pure. */
public final class CostLimitsMarkdown {
    private static final String WITHIN = "within budget";

    private CostLimitsMarkdown() {}

    /**
     * How much of the pool and of GitHub's budgets is used, bold from the first warning on, and what happens then; of the
     * month that runs. Those far from their end share one line. The policy's budget is in {@link #budgets}.
     */
    public static String limits(CostOfMonth cost, CommandContext question, boolean now) {
        if (!now || cost.credits().daysKnown() == 0) {
            return "";
        }
        Map<Boolean, List<LimitUse>> limits = LimitUse.of(question.policy().budget(), cost).stream()
                .filter(use -> !(use.limit() instanceof SpendingLimit.PolicyBudget))
                .collect(Collectors.partitioningBy(LimitUse::nearItsEnd));
        String near = limits.getOrDefault(true, List.of()).stream()
                .map(use -> limit(use, cost.credits().month()))
                .collect(Collectors.joining());
        String far = far(limits.getOrDefault(false, List.of()));
        return near.isEmpty() && far.isEmpty() ? "" : near + far + "\n";
    }

    private static String far(List<LimitUse> limits) {
        return limits.isEmpty()
                ? ""
                : "- Below 75\u00A0%, and not on course for it: "
                        + limits.stream().map(LimitWords::inAList).distinct().collect(Collectors.joining(", ")) + ".\n";
    }

    private static String limit(LimitUse use, YearMonth month) {
        String sentence = LimitWords.sentence(use, month);
        return "- " + (use.highest().isPresent() ? "**" + sentence + "**" : sentence) + " "
                + LimitWords.then(use.limit()) + "\n";
    }

    /** The policy's budgets as a list of markdown, also where nothing is known of what they limit; empty without one. */
    public static String budgets(CostOfMonth cost, CommandContext question, boolean now) {
        Policy.Budget budget = cost.budget(question.policy().budget());
        List<CostFinding> findings = CostRules.of(question.policy().budget(), cost);
        String seats = budget.seatsUsdPerMonth()
                .map(most -> cost.held()
                        .map(held ->
                                budget("seats", held.cost().words(), Numbers.usd(most), seatBudget(held.cost(), most)))
                        .orElseGet(() -> notKnown("seats", Numbers.usd(most), "the seats are not known")))
                .orElse("");
        String credits = budget.aiCreditsPerMonth()
                .map(most -> cost.credits().daysKnown() == 0
                        ? notKnown(
                                "AI credits", Numbers.count(most), "no day of the month is known" + (now ? " yet" : ""))
                        : budget(
                                "AI credits",
                                Numbers.count(whole(cost.credits().used())),
                                Numbers.count(most),
                                creditBudget(cost.credits(), findings, now)))
                .orElse("");
        return seats + credits + (seats.isEmpty() && credits.isEmpty() ? "" : "\n");
    }

    private static String seatBudget(SeatCost cost, BigDecimal most) {
        BigDecimal over = cost.usd().subtract(most);
        if (over.signum() > 0) {
            return "**" + new SeatCost(over, cost.unpriced()).words() + " over**";
        }
        return cost.whole().isPresent() ? WITHIN : "not known whether within it";
    }

    /** Over budget by what was used; while the month runs, the projection counts too. */
    private static String creditBudget(CreditMonth credits, List<CostFinding> findings, boolean now) {
        for (CostFinding finding : findings) {
            if (finding instanceof CostFinding.CreditsOverBudget over) {
                return "**" + Numbers.count(whole(over.used().subtract(over.budget()))) + " over**";
            }
            if (now && finding instanceof CostFinding.CreditsOnCourse course) {
                return "**on course over it**: " + byTheEnd(course.projected());
            }
            if (now
                    && finding instanceof CostFinding.LimitNear near
                    && near.use().limit() instanceof SpendingLimit.PolicyBudget) {
                String used = LimitWords.share(near.use()) + " used";
                return near.use()
                        .projected()
                        .filter(end -> end.compareTo(near.use().limit().amount()) > 0)
                        .map(end -> "**" + used + ", on course over it**: " + byTheEnd(end))
                        .orElse(WITHIN + ", **" + used + "**");
            }
        }
        return now || credits.complete() ? WITHIN : WITHIN + " on the " + daysKnown(credits);
    }

    private static String byTheEnd(BigDecimal credits) {
        return Numbers.whole(credits) + " by the end of the month at this pace";
    }

    private static String notKnown(String of, String most, String why) {
        return "- Budget for " + of + ": " + most + "; " + why + "\n";
    }

    private static String budget(String of, String value, String most, String how) {
        return "- Budget for " + of + ": " + value + " of " + most + ", " + how + "\n";
    }
}

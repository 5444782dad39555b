package dev.flightlog.check;

import dev.flightlog.cost.CostFinding;
import dev.flightlog.cost.LimitWords;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a policy would change today, in one sentence. */
final class DryRunWords {
    private DryRunWords() {}

    /** "31 → 12 idle seats, 361 USD a month less flagged; 3 teams become visible." */
    static String verdict(DryRun dryRun) {
        List<String> parts = new ArrayList<>();
        idle(dryRun, parts);
        cost(dryRun, parts);
        reviews(dryRun, parts);
        teams(dryRun.teamsMoreVisible(), parts);
        alarms(dryRun, parts);
        warnings(dryRun, parts);
        retention(dryRun, parts);
        if (parts.isEmpty()) {
            return (dryRun.fewDiffer() ? "" : "Today's numbers do not change.") + leftOut(dryRun);
        }
        String sentence = String.join("; ", parts);
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + "." + leftOut(dryRun);
    }

    private static String leftOut(DryRun dryRun) {
        String few = dryRun.fewDiffer()
                ? " Too few seats would be decided differently to say how many: that would reveal single people."
                : "";
        return few
                + (dryRun.exemptionsLeftOut()
                        ? " Exemptions that are not in force are left out of these figures: two proposals that differ"
                                + " in one name would reveal that person's seat."
                        : "");
    }

    static String idleSeats(DryRun dryRun) {
        int after = dryRun.head().seats().idleSeats();
        return Numbers.count(dryRun.base().seats().idleSeats()) + " → " + Numbers.plural(after, "idle seat");
    }

    private static void idle(DryRun dryRun, List<String> parts) {
        BigDecimal less = lessFlagged(dryRun);
        if (dryRun.idleSeatsFewer() != 0 || less.signum() != 0) {
            String seats = dryRun.idleSeatsFewer() == 0
                    ? Numbers.plural(dryRun.head().seats().idleSeats(), "idle seat") + " as before"
                    : idleSeats(dryRun);
            String money = less.signum() == 0
                    ? ""
                    : ", " + Numbers.usd(less.abs()) + " a month " + (less.signum() > 0 ? "less" : "more") + " flagged";
            parts.add(seats + money);
        }
    }

    /** Zero where the price of an idle seat is not known: the table says that. */
    private static BigDecimal lessFlagged(DryRun dryRun) {
        Optional<BigDecimal> before = dryRun.base().seats().idleCost().whole();
        Optional<BigDecimal> after = dryRun.head().seats().idleCost().whole();
        return before.flatMap(from -> after.map(from::subtract)).orElse(BigDecimal.ZERO);
    }

    private static void cost(DryRun dryRun, List<String> parts) {
        SeatCost before = dryRun.base().seats().cost();
        SeatCost after = dryRun.head().seats().cost();
        if (before.usd().compareTo(after.usd()) != 0) {
            parts.add("the seats count as " + after.words() + " a month and no longer as " + before.words());
        }
    }

    private static void reviews(DryRun dryRun, List<String> parts) {
        if (dryRun.proposedBefore() != dryRun.proposedAfter()) {
            parts.add("a seat review would propose " + Numbers.plural(dryRun.proposedAfter(), "seat")
                    + " today instead of " + Numbers.count(dryRun.proposedBefore()));
        }
    }

    private static void teams(int more, List<String> parts) {
        if (more != 0) {
            String verb = Math.abs(more) == 1 ? " becomes " : " become ";
            parts.add(Numbers.plural(Math.abs(more), "team") + verb + (more > 0 ? "visible" : "hidden"));
        }
    }

    /** An alarm is the same when it is about the same: its figures are in the table. */
    private static void alarms(DryRun dryRun, List<String> parts) {
        List<CostFinding> before = dryRun.base().alarms();
        List<CostFinding> after = dryRun.head().alarms();
        after.stream()
                .filter(alarm -> !about(alarm, before))
                .forEach(alarm -> parts.add(name(alarm) + ", so the seats check asks for action"));
        before.stream()
                .filter(alarm -> !about(alarm, after))
                .forEach(alarm -> parts.add("no more alarm that " + name(alarm)));
    }

    /** A budget of another amount warns as before where the warning would say the same: what is used, and how urgently. */
    private static void warnings(DryRun dryRun, List<String> parts) {
        List<CostFinding> before = dryRun.base().warnings();
        List<CostFinding> after = dryRun.head().warnings();
        after.stream()
                .filter(warning ->
                        before.stream().noneMatch(other -> level(other).equals(level(warning))))
                .forEach(warning -> parts.add("people are warned that " + name(warning)));
        before.stream()
                .filter(warning ->
                        !about(warning, after) && !about(warning, dryRun.head().alarms()))
                .forEach(warning -> parts.add("no more warning that " + name(warning)));
    }

    private static boolean about(CostFinding finding, List<CostFinding> others) {
        return others.stream().anyMatch(other -> other.subject().equals(finding.subject()));
    }

    private static String level(CostFinding warning) {
        return warning.subject()
                + switch (warning) {
                    case CostFinding.LimitNear near -> near.use().highest();
                    case CostFinding.CreditsOnCourse _ -> " on course";
                    case CostFinding.SeatsOverBudget _, CostFinding.CreditsOverBudget _, CostFinding.SeatsIdle _ -> "";
                };
    }

    private static String warned(CostFinding.LimitNear near) {
        String sentence = LimitWords.sentence(near.use(), near.credits().month());
        return sentence.substring(0, sentence.length() - 1);
    }

    private static String name(CostFinding alarm) {
        return switch (alarm) {
            case CostFinding.SeatsOverBudget over ->
                "the seats are over the budget of " + Numbers.usd(over.budgetUsd());
            case CostFinding.CreditsOverBudget over ->
                "the AI credits are over the budget of "
                        + Numbers.count(over.budget().longValue());
            case CostFinding.CreditsOnCourse course ->
                "the AI credits are on course over the budget of "
                        + Numbers.count(course.budget().longValue());
            case CostFinding.LimitNear near -> warned(near);
            case CostFinding.SeatsIdle _ -> "giving back idle seats could save more than a tenth of the seats' cost";
        };
    }

    private static void retention(DryRun dryRun, List<String> parts) {
        int longer = dryRun.base().keptFrom().compareTo(dryRun.head().keptFrom());
        if (longer < 0) {
            parts.add("usage before " + Dates.dayAndYear(dryRun.head().keptFrom())
                    + " is erased, which cannot be undone");
        } else if (longer > 0) {
            parts.add("usage is kept longer");
        }
    }
}

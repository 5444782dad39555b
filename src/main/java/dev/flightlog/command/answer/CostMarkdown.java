package dev.flightlog.command.answer;

import dev.flightlog.cost.Biller;
import dev.flightlog.cost.BillingSync;
import dev.flightlog.cost.CostFinding;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.CostRules;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.HeldSeats;
import dev.flightlog.cost.LimitWords;
import dev.flightlog.cost.SavingWords;
import dev.flightlog.cost.UseStop;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.text.ModelCreditsTable;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Words the cost of a month: seats, AI credits with their projection, the bill, idle spend, budgets. Pure. */
public final class CostMarkdown {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private CostMarkdown() {}

    static Reply render(CostOfMonth cost, YearMonth running, CommandContext question, CostDetail detail) {
        boolean now = cost.credits().month().equals(running);
        if (!now && cost.credits().daysKnown() == 0 && cost.billed().isEmpty()) {
            return Reply.nothing(
                    "Nothing is known of " + MONTH.format(cost.credits().month()) + ".",
                    "No usage report of any of its days is kept here, and no bill.");
        }
        return Reply.answered(
                sentence(cost, now),
                table(cost, now) + "\n" + findings(cost, question, now) + CostLimitsMarkdown.limits(cost, question, now)
                        + CostLimitsMarkdown.budgets(cost, question, now)
                        + (now ? CostDetailMarkdown.gitHubBudgets(cost, question) : "")
                        + notes(cost, now)
                        + models(cost) + noBill(cost, question) + CostDetailMarkdown.who(detail, question));
    }

    /** The month in one sentence; {@code now} while it runs. */
    public static String sentence(CostOfMonth cost, boolean now) {
        String month = MONTH.format(cost.credits().month());
        if (cost.held().isEmpty()) {
            return month + ": "
                    + cost.credits()
                            .knownUse()
                            .map(used -> Numbers.count(whole(used)) + " AI credits used. ")
                            .orElse("AI credits are not known. ")
                    + (now ? SeatWords.unknown(cost.known()) : "Seats of that month are not known.");
        }
        HeldSeats held = cost.held().get();
        String seats = held.cost().amount() + " for " + Numbers.plural(held.seats(), "seat")
                + (now ? SeatWords.asOf(cost.known()) : " on " + Dates.day(held.day()))
                + SeatWords.unpriced(held.cost());
        String projected = cost.projected()
                .map(all -> ", " + (now ? all.wholeWords() : all.words()) + " with AI credits"
                        + (now ? " by its end at this pace" : ended(cost))
                        + stop(cost))
                .orElseGet(() -> cost.credits().pace() == CreditMonth.Pace.HIDDEN_BY_STOPS
                        ? "; " + LimitWords.PACE_NOT_KNOWN
                        : now || cost.biller() == Biller.ENTERPRISE
                                ? ""
                                : "; AI credits: " + daysKnown(cost.credits()));
        return month + ": " + seats + projected + ".";
    }

    /** Only what GitHub bills is "as billed", and only once its bill has the last days. */
    private static String ended(CostOfMonth cost) {
        if (cost.billIsFinal()) {
            return cost.billedUsd().orElseThrow().signum() == 0
                    ? "; GitHub billed no credits beyond the included"
                    : " as billed";
        }
        return cost.billMoves() ? " so far: GitHub's bill may still lack the last days" : "";
    }

    private static String stop(CostOfMonth cost) {
        return cost.stop().map(stop -> "; " + LimitWords.stop(stop)).orElse("");
    }

    private static String table(CostOfMonth cost, boolean now) {
        CreditMonth credits = cost.credits();
        Table table = Table.of(Column.left(MONTH.format(credits.month())), Column.right(""))
                .row(
                        Cell.ours("Seats" + seatsOf(cost, now)),
                        cost.held().map(held -> Cell.number(held.seats())).orElse(Cell.NONE))
                .row(
                        Cell.ours("Cost of the seats a month"),
                        cost.held().map(held -> Cell.ours(held.cost().words())).orElse(Cell.NONE))
                .row(Cell.ours("AI credits used" + through(credits, now)), used(credits))
                .row(
                        Cell.ours(
                                cost.biller() == Biller.ENTERPRISE
                                        ? "AI credits that the seats bring to the enterprise's pool"
                                        : "AI credits included with the seats"),
                        credits.included().map(CostMarkdown::credits).orElse(Cell.NONE));
        if (cost.biller() != Biller.ENTERPRISE) {
            table = table.row(
                    Cell.ours("Share of the included credits"),
                    LimitWords.shareOfPool(cost).map(Cell::ours).orElse(Cell.NONE));
        }
        table = table.row(
                Cell.ours(now ? "AI credits by the end of the month, projected" : "AI credits of the whole month"),
                credits.projected().map(end -> Cell.ours(projected(cost, end))).orElse(Cell.NONE));
        if (cost.biller() != Biller.ENTERPRISE && (now || !cost.billIsFinal())) {
            table = table.row(
                    Cell.ours("Credits beyond the included (estimate)"),
                    cost.projectedOverageUsd()
                            .map(usd -> Cell.ours((now ? Numbers.wholeUsd(usd) : Numbers.usd(usd)) + stop(cost)))
                            .orElse(Cell.NONE));
        }
        return billed(table, cost).render();
    }

    /** "58,310 (52,000 – 66,000)": every day to come like the usual one, the least and the most of its weekday. */
    public static String projected(CostOfMonth cost, BigDecimal end) {
        return Numbers.count(whole(end))
                + cost.credits()
                        .range()
                        .filter(range -> range.low().compareTo(range.high()) < 0)
                        .map(range -> " (" + Numbers.count(whole(range.low())) + " – "
                                + Numbers.count(whole(range.high())) + ")")
                        .orElse("")
                + (cost.stop()
                                .filter(stop -> stop.certainty() != UseStop.Certainty.IN_FORCE)
                                .isPresent()
                        ? " if nothing stopped use"
                        : "");
    }

    private static String seatsOf(CostOfMonth cost, boolean now) {
        if (!now) {
            return cost.held().map(held -> " on " + Dates.day(held.day())).orElse("");
        }
        return cost.known() instanceof SeatsKnown.AsOf ? SeatWords.asOf(cost.known()) : " now";
    }

    private static Table billed(Table table, CostOfMonth cost) {
        if (cost.billedUsd().isEmpty()) {
            return table;
        }
        String soFar = cost.billMoves() ? ", so far" : "";
        return table.row(Cell.ours("AI credits billed by GitHub" + soFar), usd(cost.billedUsd()))
                .row(
                        Cell.ours("AI credits billed by GitHub, before the included" + soFar),
                        usd(cost.billedBeforeIncludedUsd()));
    }

    /** Only the bill names models, so there is no table without one. */
    private static String models(CostOfMonth cost) {
        return cost.creditsByModel().isEmpty()
                ? ""
                : "\n\n" + new Fold("AI credits by model", ModelCreditsTable.render(cost.creditsByModel())).render();
    }

    /** Why there is only an estimate; nothing where a bill is simply not of this month. */
    private static String noBill(CostOfMonth cost, CommandContext question) {
        if (cost.billed().isPresent()) {
            return "";
        }
        if (!question.organization().grants(BillingSync.PERMISSION)) {
            return "\n\nGitHub's billing report is not read here: it needs the optional permission "
                    + Markdown.code(BillingSync.PERMISSION + ": read") + ".";
        }
        SourceStatus reading = question.readings().get(Source.BILLING);
        return reading == null || reading.detail() == null
                ? ""
                : "\n\nThere is no figure of GitHub's billing report: " + Markdown.text(reading.detail());
    }

    private static String through(CreditMonth credits, boolean now) {
        if (!now) {
            return credits.complete() ? "" : ", " + daysKnown(credits);
        }
        return credits.dataThrough().map(day -> ", to " + Dates.day(day)).orElse("");
    }

    static String daysKnown(CreditMonth credits) {
        return credits.daysKnown() + " of " + Numbers.plural(credits.month().lengthOfMonth(), "day") + " known";
    }

    private static Cell used(CreditMonth credits) {
        return credits.knownUse().map(CostMarkdown::credits).orElse(Cell.NONE);
    }

    /** What giving back idle seats would save, by the rule of the weekly post and the seats check; of the month that runs. */
    public static String findings(CostOfMonth cost, CommandContext question, boolean now) {
        if (!now || cost.seats().isEmpty()) {
            return "";
        }
        return CostRules.of(question.policy().budget(), cost).stream()
                .filter(CostFinding.SeatsIdle.class::isInstance)
                .map(CostFinding.SeatsIdle.class::cast)
                .findFirst()
                .map(idle ->
                        Numbers.plural(idle.seats(), "idle seat") + ". " + SavingWords.ofIdle(idle.saving()) + "\n\n")
                .orElse("No seat is idle.\n\n");
    }

    private static String notes(CostOfMonth cost, boolean now) {
        String then = now
                ? ""
                : "Seats are those of the month's last day on which they were read. "
                        + (cost.then().isPresent()
                                ? "Prices and budgets are the policy's of that month. "
                                : "Prices and budgets are the policy's of today: those of that month were not kept. ");
        return whoIsBilled(cost, now) + then
                + "AI credits are an estimate at 0.01 USD each: the invoice pools them, and included credits lapse at"
                + " the end of the month.";
    }

    /** Whose pool it is, where that is not the organization's own; and that it is used up, where only the bill says so. */
    private static String whoIsBilled(CostOfMonth cost, boolean now) {
        return switch (cost.biller()) {
            case ENTERPRISE ->
                "The enterprise is billed: an organization cannot see how much of its pool of AI credits is used, nor"
                        + " what is bought beyond it.\n\n";
            case UNKNOWN ->
                "Whether the organization or an enterprise is billed is not known: the pool is reckoned as the"
                        + " organization's own.\n\n";
            case ORGANIZATION ->
                now && cost.billing().buysCredits() && !beyond(cost)
                        ? "GitHub bills credits beyond the included, so the pool is used up, although the usage reports"
                                + " have fewer.\n\n"
                        : "";
        };
    }

    private static boolean beyond(CostOfMonth cost) {
        return cost.ownPool()
                .filter(pool -> cost.credits()
                        .projected()
                        .filter(end -> end.compareTo(pool) > 0)
                        .isPresent())
                .isPresent();
    }

    private static Cell usd(Optional<BigDecimal> amount) {
        return amount.map(usd -> Cell.ours(Numbers.usd(usd))).orElse(Cell.NONE);
    }

    private static Cell credits(BigDecimal credits) {
        return Cell.number(whole(credits));
    }

    static long whole(BigDecimal credits) {
        return credits.setScale(0, RoundingMode.HALF_UP).longValue();
    }
}

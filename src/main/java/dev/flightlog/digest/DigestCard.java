package dev.flightlog.digest;

import dev.flightlog.summary.NeedsDecision;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.summary.text.DecisionList;
import dev.flightlog.summary.text.Metric;
import dev.flightlog.summary.text.Metric.Kind;
import dev.flightlog.summary.text.MetricTable;
import dev.flightlog.summary.text.SummaryHeadline;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import dev.flightlog.text.PlainText;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * What a chat shows of a week: the verdict, four figures, how much waits for a decision, and the way to the post. Plain
 * text without names of people; each part is short, so that a card is always within what the chats accept.
 *
 * @param warnings about seats and AI credits over budget or near it, one sentence each, the worst first; of more than three
 *     the last sentence says how many there are
 * @param post address of the whole post
 */
public record DigestCard(
        String title, String verdict, List<Figure> figures, List<String> warnings, String decisions, URI post) {
    static final int MAX_TITLE = 120;
    static final int MAX_VERDICT = 400;
    static final int MAX_SENTENCE = 240;
    static final int MAX_VALUE_LENGTH = 90;
    static final int MAX_WARNINGS = 3;
    static final int MAX_LINK = 1_000;

    private static final Set<Kind> SHOWN =
            Set.of(Kind.ACTIVE_USERS, Kind.ACCEPTANCE_RATE, Kind.AGENT_USERS, Kind.AI_CREDITS);

    public DigestCard {
        title = PlainText.shorten(PlainText.clean(title), MAX_TITLE);
        verdict = PlainText.shorten(PlainText.clean(verdict), MAX_VERDICT);
        figures = List.copyOf(figures);
        long more = Math.max(0, warnings.size() - MAX_WARNINGS);
        warnings = Stream.concat(
                        warnings.stream().limit(MAX_WARNINGS),
                        Stream.of("And " + Numbers.count(more) + " more in the post.")
                                .filter(_ -> more > 0))
                .map(warning -> PlainText.shorten(PlainText.clean(warning), MAX_SENTENCE))
                .toList();
        decisions = PlainText.shorten(PlainText.clean(decisions), MAX_SENTENCE);
        if (figures.size() > SHOWN.size()) {
            throw new IllegalArgumentException(
                    "figures must be " + SHOWN.size() + " at most, but are " + figures.size());
        }
        if (post.toString().length() > MAX_LINK) {
            throw new IllegalArgumentException("post must have " + MAX_LINK + " characters at most, but has "
                    + post.toString().length());
        }
    }

    /**
     * One figure of the week.
     *
     * @param change against last week; empty where it is not known
     */
    public record Figure(String name, String value, String change) {
        public Figure {
            name = PlainText.shorten(PlainText.clean(name), MAX_VALUE_LENGTH);
            value = PlainText.shorten(PlainText.clean(value), MAX_VALUE_LENGTH);
            change = PlainText.shorten(PlainText.clean(change), MAX_VALUE_LENGTH);
        }
    }

    /** The card of a week whose post has this address. */
    public static DigestCard of(WeeklySummary summary, URI post) {
        return new DigestCard(
                "Copilot weekly · " + summary.organization() + " · "
                        + Dates.weekTitle(summary.week().monday()),
                plain(SummaryHeadline.render(summary)),
                MetricTable.metrics(summary).stream()
                        .filter(metric -> SHOWN.contains(metric.kind()))
                        .map(DigestCard::figure)
                        .toList(),
                warnings(summary),
                decisions(DecisionList.items(summary).size()),
                post);
    }

    /** What money needs somebody to look before it is used up, or is already beyond. */
    private static List<String> warnings(WeeklySummary summary) {
        return summary.decisions().stream()
                .<String>mapMulti((decision, next) -> {
                    if (decision instanceof NeedsDecision.LimitNear(String sentence)) {
                        next.accept(sentence);
                    } else if (decision instanceof NeedsDecision.SeatBudgetPassed passed) {
                        next.accept("Seats are over the policy's budget: " + passed.cost() + " a month, budget "
                                + Numbers.usd(passed.budgetUsd()) + ".");
                    } else if (decision instanceof NeedsDecision.CreditBudgetPassed(var used, var budget, var month)) {
                        next.accept("AI credits are over the policy's budget: " + Numbers.whole(used) + " used "
                                + DecisionList.inMonth(month) + " of "
                                + Numbers.count(budget) + ".");
                    } else if (decision
                            instanceof NeedsDecision.CreditBudgetInDanger(var projected, var budget, var month)) {
                        next.accept("AI credits are on course over the policy's budget: "
                                + Numbers.whole(projected) + " by the end of "
                                + DecisionList.ofMonth(month) + ", budget "
                                + Numbers.count(budget) + ".");
                    }
                })
                .toList();
    }

    /** The words of our own markdown, which may hold what GitHub said. */
    private static String plain(String markdown) {
        return TextContentRenderer.builder()
                .build()
                .render(Parser.builder().build().parse(markdown));
    }

    private static Figure figure(Metric metric) {
        return new Figure(
                metric.name(),
                plain(metric.now().toString()),
                metric.change().equals(Numbers.NONE) ? "" : metric.change());
    }

    private static String decisions(int open) {
        return open == 0
                ? "Nothing needs a decision this week."
                : Numbers.plural(open, "matter") + (open == 1 ? " needs" : " need") + " a decision.";
    }
}

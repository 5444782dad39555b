package dev.flightlog.command.answer;

import dev.flightlog.command.parse.Command;
import dev.flightlog.cost.Costs;
import dev.flightlog.text.Dates;
import jakarta.inject.Singleton;
import java.time.YearMonth;

/** What Copilot costs in a month. */
@Singleton
public class CostAnswer {
    private final Costs costs;
    private final CostDetails details;

    CostAnswer(Costs costs, CostDetails details) {
        this.costs = costs;
        this.details = details;
    }

    public Reply answer(Command.Cost wanted, CommandContext question) {
        YearMonth running = YearMonth.from(question.today());
        YearMonth month = wanted.month().orElse(running);
        if (month.isAfter(running)) {
            return Reply.nothing(
                    "Nothing is known of " + month + " yet.", "Today is " + Dates.day(question.today()) + ".");
        }
        return CostMarkdown.render(
                costs.of(question.organization().id(), question.policy().seats(), month),
                running,
                question,
                details.of(question, month));
    }
}

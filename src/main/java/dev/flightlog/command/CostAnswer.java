package dev.flightlog.command;

import dev.flightlog.markdown.Dates;
import dev.flightlog.seat.Costs;
import jakarta.inject.Singleton;
import java.time.YearMonth;

/** What Copilot costs in a month. */
@Singleton
class CostAnswer {
    private final Costs costs;

    CostAnswer(Costs costs) {
        this.costs = costs;
    }

    Reply answer(Command.Cost wanted, Question question) {
        YearMonth running = YearMonth.from(question.today());
        YearMonth month = wanted.month().orElse(running);
        if (month.isAfter(running)) {
            return Reply.nothing(
                    "Nothing is known of " + month + " yet.", "Today is " + Dates.day(question.today()) + ".");
        }
        return CostMarkdown.render(
                costs.of(question.organization().id(), question.policy().seats(), month), running, question);
    }
}

package dev.flightlog.command.answer;

import dev.flightlog.command.parse.Command;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatPart;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.summary.SeatWords;
import jakarta.inject.Singleton;

/** Seats with their state and what they cost. */
@Singleton
public class SeatsAnswer {
    private final SeatRegister seats;
    private final Costs costs;

    SeatsAnswer(SeatRegister seats, Costs costs) {
        this.seats = seats;
        this.costs = costs;
    }

    public Reply answer(Command.Seats wanted, CommandContext question) {
        if (!question.seatsKnown().known()) {
            return Reply.nothing(SeatWords.unknown(question.seatsKnown()), "");
        }
        long org = question.organization().id();
        var rules = question.policy().seats();
        int limit = question.mayName() ? wanted.limit() : 0;
        SeatPart part = seats.list(org, rules, wanted.states(), wanted.order(), 0, limit);
        CostOfMonth cost = costs.of(org, rules, costs.currentMonth());
        SeatOverview overview = cost.seats().orElseThrow();
        return SeatsMarkdown.render(wanted, part, overview, cost.idleSaving().orElseThrow(), question);
    }
}

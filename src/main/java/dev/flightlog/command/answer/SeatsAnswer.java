package dev.flightlog.command.answer;

import dev.flightlog.command.parse.Command;
import dev.flightlog.seat.SeatPart;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.summary.SeatWords;
import jakarta.inject.Singleton;

/** Seats with their state and what they cost. */
@Singleton
public class SeatsAnswer {
    private final SeatRegister seats;

    SeatsAnswer(SeatRegister seats) {
        this.seats = seats;
    }

    public Reply answer(Command.Seats wanted, CommandContext question) {
        if (!question.seatsKnown().known()) {
            return Reply.nothing(SeatWords.unknown(question.seatsKnown()), "");
        }
        long org = question.organization().id();
        var rules = question.policy().seats();
        int limit = question.mayName() ? wanted.limit() : 0;
        SeatPart part = seats.list(org, rules, wanted.states(), wanted.order(), 0, limit);
        return SeatsMarkdown.render(wanted, part, seats.overview(org, rules), question);
    }
}

package dev.flightlog.command;

import dev.flightlog.seat.SeatPart;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.summary.SeatWords;
import jakarta.inject.Singleton;

/** Seats with their state and what they cost. */
@Singleton
class SeatsAnswer {
    private final SeatRegister seats;

    SeatsAnswer(SeatRegister seats) {
        this.seats = seats;
    }

    Reply answer(Command.Seats wanted, Question question) {
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

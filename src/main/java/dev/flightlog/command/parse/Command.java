package dev.flightlog.command.parse;

import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatState;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** What somebody asks for. */
public sealed interface Command {
    /** What can be asked; {@code topic} is the name of a command, or {@link #NUMBERS}. */
    record Help(Optional<String> topic) implements Command {
        public static final String NUMBERS = "numbers";
    }

    /** The summary of a week; of the latest one without. */
    record Summary(Optional<WrittenWeek> week) implements Command {}

    /** A team's numbers; without a name, which teams the person is in. */
    record TeamNumbers(Optional<TeamName> team, Optional<Since> since) implements Command {}

    /** All teams that are large enough. */
    record Teams(Sort sort) implements Command {
        /** By what teams are listed, most first; change by the fall first. */
        public enum Sort {
            ACTIVE,
            CREDITS,
            CHANGE
        }
    }

    /** The asker's own seat and usage. */
    record Me() implements Command {}

    /** Another person's seat and usage. */
    record User(String login) implements Command {}

    /** Seats in these states; none means all. */
    record Seats(Set<SeatState> states, SeatOrder order, int limit) implements Command {
        public Seats {
            states = Set.copyOf(states);
        }
    }

    /** What Copilot costs in a month; in the running one without. */
    record Cost(Optional<YearMonth> month) implements Command {}

    /** A table for spreadsheets. */
    record Csv(Content content, Optional<Since> since) implements Command {
        /** What is in it. */
        public enum Content {
            SEATS,
            TEAMS,
            USAGE
        }
    }

    /** The policy in force. */
    record ShowPolicy() implements Command {}

    /** Reads seats, directory and usage now. */
    record Refresh() implements Command {}

    /** Names of people are taken out of earlier posts, where nobody may be named any more. */
    record Redact() implements Command {}

    /** Who asked what; of one person with a login. */
    record Audit(Optional<String> login) implements Command {}

    /** What is done with the seat review. */
    record Review(Step step, Optional<Integer> number) implements Command {
        /** What of it. */
        public enum Step {
            START,
            SHOW,
            CANCEL
        }
    }

    /** A proposed seat is needed: the asker's own, or that of another person. */
    record Keep(Optional<String> login, Optional<String> reason) implements Command {}

    /** The list of a review is agreed to: of this number, or of the one that the place or time of the comment says. */
    record Approve(Optional<Integer> number) implements Command {}

    /** Seats that a review took are given back; without logins all of the last review. */
    record Undo(Set<String> logins) implements Command {
        public Undo {
            logins = Set.copyOf(logins);
        }
    }

    /** The asker wants a seat. */
    record RequestSeat(Optional<String> reason) implements Command {}

    /** Somebody gets the seat that they asked for. */
    record Grant(WhoseRequest request) implements Command {}

    /** Somebody does not get the seat that they asked for. */
    record Decline(WhoseRequest request, Optional<String> reason) implements Command {}

    /** How fresh everything is, and what is wrong. */
    record Status() implements Command {}
}

package dev.flightlog.command.answer;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.usage.PersonUsage;
import dev.flightlog.usage.PersonUsageStore;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One person's seat and usage: of the asker, or of anybody for an admin. */
@Singleton
public class PersonAnswer {
    private static final int DAYS = 28;

    private final SeatRegister seats;
    private final DirectoryStore directory;
    private final PersonUsageStore usage;

    PersonAnswer(SeatRegister seats, DirectoryStore directory, PersonUsageStore usage) {
        this.seats = seats;
        this.directory = directory;
        this.usage = usage;
    }

    /** About anybody the organization has or had. */
    public Reply answer(String login, CommandContext question) {
        Person person = directory.personByLogin(question.organization().id(), login);
        if (person == null) {
            Optional<DecidedSeat> seat = seats.byLogin(
                    question.organization().id(), question.policy().seats(), login);
            return seat.map(held -> answer(held.seat().personId(), held.seat().login(), question, false))
                    .orElseGet(() -> unknown(login, question));
        }
        return answer(person.id(), person.login(), question, false);
    }

    private static Reply unknown(String login, CommandContext question) {
        SeatsKnown known = question.seatsKnown();
        Optional<String> unread = question.directoryUnread();
        if (unread.isPresent()) {
            return Reply.nothing(
                    "Whether " + Markdown.code(login) + " is a member of this organization is not known. "
                            + unread.get(),
                    "");
        }
        String seat = known.known()
                ? " and holds no seat" + SeatWords.asOf(known) + "."
                : "; whether they hold a seat is not known. " + SeatWords.unknown(known);
        return Reply.nothing(Markdown.code(login) + " is no member of this organization" + seat, "");
    }

    public Reply answer(long person, String login, CommandContext question, boolean own) {
        long org = question.organization().id();
        Optional<DecidedSeat> seat = !question.seatsKnown().known()
                ? Optional.empty()
                : seats.byPerson(org, question.policy().seats(), person);
        LocalDate last = question.dataThrough();
        @Nullable PersonUsage used = last == null ? null : usage.between(org, person, last.minusDays(DAYS - 1L), last);
        return PersonMarkdown.render(own ? Optional.empty() : Optional.of(login), seat, used, question);
    }
}

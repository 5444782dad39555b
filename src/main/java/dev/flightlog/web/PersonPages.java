package dev.flightlog.web;

import dev.flightlog.command.answer.LastActivityAdvice;
import dev.flightlog.command.answer.PersonMarkdown;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.PersonDay;
import dev.flightlog.usage.PersonUsage;
import dev.flightlog.usage.PersonUsageStore;
import dev.flightlog.usage.UsageSeriesStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages about one person. */
@Singleton
public class PersonPages {
    private static final int DAYS = 28;

    private final SeatRegister seats;
    private final DirectoryStore directory;
    private final PersonUsageStore usage;
    private final UsageSeriesStore series;

    PersonPages(SeatRegister seats, DirectoryStore directory, PersonUsageStore usage, UsageSeriesStore series) {
        this.seats = seats;
        this.directory = directory;
        this.usage = usage;
        this.series = series;
    }

    /** The visitor's own page. */
    public PersonPage me(Visit visit, @Nullable Notice notice, List<Matter> matters) {
        return page(visit, visit.person().personId(), visit.person().login(), null, notice, matters);
    }

    /** Anybody the organization has or had; nothing for others. */
    Optional<PersonPage> of(Visit visit, String login) {
        String back = visit.path("/seats");
        Person person = directory.personByLogin(visit.org(), login);
        if (person != null) {
            return Optional.of(page(visit, person.id(), person.login(), back, null, List.of()));
        }
        return seats.byLogin(visit.org(), visit.policy().seats(), login)
                .map(held -> page(visit, held.seat().personId(), held.seat().login(), back, null, List.of()));
    }

    private PersonPage page(
            Visit visit,
            long person,
            String login,
            @Nullable String back,
            @Nullable Notice notice,
            List<Matter> matters) {
        Optional<DecidedSeat> seat = visit.seatsKnown().known()
                ? seats.byPerson(visit.org(), visit.policy().seats(), person)
                : Optional.empty();
        LocalDate last = visit.dataThrough();
        PersonUsage used = last == null ? null : usage.between(visit.org(), person, last.minusDays(DAYS - 1L), last);
        boolean own = back == null;
        return new PersonPage(
                login,
                back,
                Markup.inline(
                        PersonMarkdown.sentence(own ? Optional.empty() : Optional.of(login), seat, visit.context()),
                        visit),
                own
                        ? "Only you and the organization's admins can see this page."
                        : "Only admins and " + login + " can see this.",
                notice,
                matters,
                seat.map(held -> card(held, own || visit.mayName())).orElse(null),
                visit.seatsKnown().known()
                        ? "There is no Copilot seat in this organization."
                        : "Whether there is a seat is not known.",
                used == null ? "" : Dates.span(used.first(), used.last()),
                used == null ? List.of() : facts(used),
                visit.noUsage(),
                Markup.of(LastActivityAdvice.text(), visit),
                last == null
                        ? List.of()
                        : series.person(visit.org(), person, last.minusDays(DAYS - 1L), last).stream()
                                .map(PersonPages::day)
                                .toList());
    }

    private static PersonPage.SeatCard card(DecidedSeat held, boolean mayName) {
        Seat seat = held.seat();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Why", because(held, mayName)));
        facts.add(Fact.of("Plan", seat.plan().words()));
        if (mayName) {
            facts.add(Fact.of(
                    "Cost a month",
                    held.decision()
                            .monthlyPriceUsd()
                            .map(Numbers::usd)
                            .orElseGet(() -> SeatWords.whyUnpriced(held.decision()))));
        }
        facts.add(Fact.of("Held", SeatLabels.held(seat)));
        facts.add(Fact.day("Since", day(seat.createdAt())));
        facts.add(Fact.day("Last activity GitHub reported", day(seat.lastActivityAt())));
        facts.add(Fact.of("Last editor", SeatLabels.editor(seat)));
        facts.add(Fact.day("Last sign-in", day(seat.lastAuthenticatedAt())));
        facts.add(Fact.day("Last day in the usage reports", seat.lastActiveDay()));
        if (seat.pendingCancellationDate() != null) {
            facts.add(Fact.day("Ends", seat.pendingCancellationDate()));
        }
        return new PersonPage.SeatCard(
                SeatLabels.state(held.decision().state()),
                SeatLabels.tone(held.decision().state()),
                facts);
    }

    /** The policy's own words may name people, and why they are exempt. */
    private static String because(DecidedSeat held, boolean mayName) {
        return mayName ? held.decision().because() : held.decision().state().meaning();
    }

    private static List<Fact> facts(PersonUsage used) {
        return List.of(
                Fact.of("Days active", Numbers.count(used.activeDays())),
                Fact.of("Days with agent", Numbers.count(used.agentDays())),
                Fact.of("Days with chat", Numbers.count(used.chatDays())),
                Fact.of("Days with CLI", Numbers.count(used.cliDays())),
                Fact.of("Prompts", Numbers.count(used.prompts())),
                Fact.of("Completions accepted", accepted(used.completionsAccepted(), used.completionsShown())),
                Fact.of("Lines added", Numbers.count(used.linesAdded())),
                Fact.of("AI credits (estimate)", Rows.whole(used.aiCredits())));
    }

    private static String accepted(long accepted, long shown) {
        return shown == 0
                ? Numbers.NONE
                : Numbers.count(accepted) + " of " + Numbers.count(shown) + " (" + Numbers.percent(accepted, shown)
                        + ")";
    }

    private static PersonPage.Day day(PersonDay day) {
        List<String> used = new ArrayList<>();
        if (day.completionsShown() > 0) {
            used.add("completions");
        }
        if (day.chat()) {
            used.add("chat");
        }
        if (day.agent()) {
            used.add("agent");
        }
        if (day.cli()) {
            used.add("CLI");
        }
        if (day.app()) {
            used.add("app");
        }
        return new PersonPage.Day(
                Rows.label(Period.Step.DAY, day.day(), 1),
                day.active() ? (used.isEmpty() ? "something else" : String.join(", ", used)) : "nothing",
                Numbers.count(day.prompts()),
                accepted(day.completionsAccepted(), day.completionsShown()),
                Numbers.count(day.linesAdded()),
                Rows.whole(day.credits()));
    }

    private static @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}

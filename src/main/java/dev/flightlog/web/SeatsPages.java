package dev.flightlog.web;

import dev.flightlog.command.answer.NamesWithheld;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.SeatDay;
import dev.flightlog.seat.SeatDayStore;
import dev.flightlog.seat.SeatDecision;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.seat.SeatSelection;
import dev.flightlog.seat.SeatState;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of seats. */
@Singleton
public class SeatsPages {
    private final SeatRegister register;
    private final SeatDayStore days;
    private final DirectoryStore directory;

    SeatsPages(SeatRegister register, SeatDayStore days, DirectoryStore directory) {
        this.register = register;
        this.days = days;
        this.directory = directory;
    }

    /**
     * The part of the list that was asked for.
     *
     * @param actions what can be done here
     * @param openReview path of the review that is open; null without one
     */
    public SeatsPage page(
            Visit visit, SeatsPage.Filter filter, int page, List<Form> actions, @Nullable String openReview) {
        String path = visit.path("/seats");
        Sort sort = Sort.of(filter.sort(), visit.mayName());
        int limit = visit.mayName() ? Pager.ROWS : 0;
        SeatSelection seats = register.select(
                visit.org(),
                visit.policy().seats(),
                visit.mayName() ? filter.team() : "",
                wanted(filter, visit.mayName()),
                sort.order(visit.mayName()),
                (page - 1L) * Pager.ROWS,
                limit);
        Query query = query(path, filter);
        SeatDay day = days.latest(visit.org(), visit.today());
        boolean known = visit.seatsKnown().known();
        return new SeatsPage(
                path,
                Markup.inline(sentence(seats.all(), visit.seatsKnown()), visit),
                known ? plan(day) : "",
                known,
                actions,
                openReview,
                visit.path("/seats.csv"),
                states(seats.all(), query, filter.state()),
                github(day),
                filter,
                directory.teams(visit.org()).stream()
                        .map(team -> new SeatsPage.TeamChoice(team.slug(), team.name()))
                        .toList(),
                visit.mayName(),
                Markup.inline(NamesWithheld.sentence(visit.context()), visit),
                Numbers.plural(seats.part().total(), "seat"),
                seats.fitting().cost().amount() + " a month"
                        + SeatWords.unpriced(seats.fitting().cost()),
                columns(sort, query),
                seats.part().seats().stream().map(seat -> row(seat, visit)).toList(),
                Pager.of(page, seats.part().total(), query));
    }

    private static String sentence(SeatOverview seats, SeatsKnown known) {
        if (!known.known()) {
            return SeatWords.unknown(known);
        }
        if (seats.seats() == 0) {
            return "No seats are assigned" + SeatWords.asOf(known) + ".";
        }
        String idle = seats.idleSeats() == 0
                ? "none is idle."
                : Numbers.count(seats.idleSeats()) + (seats.idleSeats() == 1 ? " is" : " are")
                        + " idle; what removing them would save is on the page Cost.";
        return Numbers.plural(seats.seats(), "seat") + (seats.seats() == 1 ? " costs " : " cost ")
                + seats.cost().amount() + " a month"
                + SeatWords.asOf(known) + ", "
                + idle
                + (seats.cost().unpriced() == 0
                        ? ""
                        : " " + SeatWords.whyUnpriced(seats.cost().unpriced()));
    }

    private static String plan(@Nullable SeatDay day) {
        return day == null || day.planType() == null
                ? "GitHub does not name the organization's plan."
                : "Plan: Copilot " + capital(day.planType().toLowerCase(Locale.ROOT)) + ". Seats as listed on "
                        + Dates.dayAndYear(day.day()) + ".";
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static List<SeatsPage.State> states(SeatOverview seats, Query query, String current) {
        return Arrays.stream(SeatState.values())
                .map(state -> new SeatsPage.State(
                        state.key(),
                        SeatLabels.state(state),
                        Numbers.count(seats.count(state)),
                        meaning(state),
                        query.with("state", state.key().equals(current) ? "" : state.key())
                                .href(),
                        state.key().equals(current)))
                .toList();
    }

    private static String meaning(SeatState state) {
        return state == SeatState.IDLE
                ? state.meaning() + " The list has who never used theirs, too."
                : state.meaning();
    }

    private static List<Fact> github(@Nullable SeatDay day) {
        if (day == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Seats", Rows.count(day.breakdownTotal())));
        facts.add(Fact.of("Added this cycle", Rows.count(day.addedThisCycle())));
        facts.add(Fact.of("Pending cancellation", Rows.count(day.pendingCancellation())));
        facts.add(Fact.of("Pending invitation", Rows.count(day.pendingInvitation())));
        facts.add(Fact.of("Active this cycle", Rows.count(day.activeThisCycle())));
        facts.add(Fact.of("Inactive this cycle", Rows.count(day.inactiveThisCycle())));
        return facts;
    }

    /** Where nobody may be named, nobody can be looked for. */
    private static BiPredicate<SeatFacts, SeatDecision> wanted(SeatsPage.Filter filter, boolean mayName) {
        String part = mayName ? filter.query().toLowerCase(Locale.ROOT) : "";
        return (seat, decision) -> (filter.state().isEmpty()
                        || states(filter.state()).contains(decision.state()))
                && (filter.team().isEmpty() || !mayName || seat.teams().contains(filter.team()))
                && (part.isEmpty() || seat.login().toLowerCase(Locale.ROOT).contains(part))
                && switch (filter.held()) {
                    case "direct" -> seat.assigningTeam().isEmpty();
                    case "team" -> seat.assigningTeam().isPresent();
                    default -> true;
                };
    }

    /** As commands and the API understand the word: who never used a seat is idle too. None for a word that is no state. */
    private static Set<SeatState> states(String key) {
        return SeatState.IDLE.key().equals(key)
                ? SeatState.IDLE_SPEND
                : Arrays.stream(SeatState.values())
                        .filter(state -> state.key().equals(key))
                        .collect(Collectors.toSet());
    }

    private static Query query(String path, SeatsPage.Filter filter) {
        return Query.of(path)
                .with("q", filter.query())
                .with("state", filter.state())
                .with("team", filter.team())
                .with("held", filter.held())
                .with("sort", filter.sort());
    }

    private static List<Column> columns(Sort sort, Query query) {
        return List.of(
                sort.column("Login", Sort.LOGIN, query),
                Column.text("State"),
                sort.column("Last use", Sort.ACTIVITY, query),
                Column.text("Editor"),
                sort.column("Since", Sort.CREATED, query),
                Column.text("Held"),
                sort.column("Cost a month", Sort.PRICE, query));
    }

    private static SeatsPage.Row row(DecidedSeat held, Visit visit) {
        return new SeatsPage.Row(
                held.seat().login(),
                visit.path("/people/" + Query.segment(held.seat().login())),
                SeatLabels.state(held.decision().state()),
                SeatLabels.tone(held.decision().state()),
                held.seat().lastKnownActivity().orElse(null),
                SeatLabels.editor(held.seat()),
                held.seat().createdAt(),
                SeatLabels.held(held.seat()),
                held.decision().monthlyPriceUsd().map(Numbers::usd).orElse("not known"));
    }

    /** The order of the list. */
    private enum Sort {
        ACTIVITY(SeatOrder.By.LAST_ACTIVITY_AT, true),
        LOGIN(SeatOrder.By.LOGIN, true),
        CREATED(SeatOrder.By.CREATED_AT, false),
        PRICE(SeatOrder.By.PRICE, false);

        private final SeatOrder.By by;
        private final boolean ascending;

        Sort(SeatOrder.By by, boolean ascending) {
            this.by = by;
            this.ascending = ascending;
        }

        static Sort of(String word, boolean mayName) {
            return Arrays.stream(values())
                    .filter(sort -> sort.key().equals(word))
                    .filter(sort -> mayName || sort != LOGIN)
                    .findFirst()
                    .orElse(ACTIVITY);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        SeatOrder order(boolean mayName) {
            return new SeatOrder(by, ascending, mayName);
        }

        Column column(String name, Sort other, Query query) {
            return Column.sorting(
                    name, other == PRICE, other.key(), key(), ascending ? "ascending" : "descending", query);
        }
    }
}

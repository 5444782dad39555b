package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.seat.SeatsKnown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything one weekly post shows, counted and decided; rendering adds nothing but words.
 *
 * @param organization the organization's login
 * @param weeks weeks that have data, oldest first; the last is {@code week}
 * @param seatsKnown whether and as of when seats are known
 * @param seats null where seats are not known: no figure rests on them then
 * @param decisions what a person has to decide, most costly first
 * @param activeDays active users of each published day of the last eight weeks, oldest first
 * @param mentions who is notified because the policy says so
 */
public record WeeklySummary(
        String organization,
        IsoWeek week,
        Coverage coverage,
        List<WeekFigures> weeks,
        SeatsKnown seatsKnown,
        @Nullable SeatFigures seats,
        CreditFigures credits,
        List<NeedsDecision> decisions,
        TeamFigures teams,
        List<Breakdown> breakdowns,
        List<Phase> phases,
        List<ActiveDay> activeDays,
        List<String> mentions,
        Neighbors neighbors,
        Provenance provenance) {
    /** How many weeks a trend goes back. */
    public static final int TREND_WEEKS = 8;

    public WeeklySummary {
        // A summary that an older server stored does not say it.
        seatsKnown = seatsKnown == null ? new SeatsKnown.Fresh() : seatsKnown;
        weeks = List.copyOf(weeks);
        decisions = List.copyOf(decisions);
        breakdowns = List.copyOf(breakdowns);
        phases = List.copyOf(phases);
        activeDays = List.copyOf(activeDays);
        mentions = List.copyOf(mentions);
        if (weeks.isEmpty() || !weeks.getLast().week().equals(week)) {
            throw new IllegalArgumentException("weeks must end with " + week + ", but are " + weeks);
        }
        if (seatsKnown.known() != (seats != null)) {
            throw new IllegalArgumentException("seats must be there if they are known, which is " + seatsKnown);
        }
    }

    /** False for a past week, which shows only what was known then. */
    public boolean isOfNow() {
        return !(seatsKnown instanceof SeatsKnown.NotOfThatTime);
    }

    /** Whether this rests on no seats or on old ones, and it would not now. */
    public boolean lacksSeatsOf(SeatsKnown now) {
        return switch (seatsKnown) {
            case SeatsKnown.NeverRead _ -> now.known();
            case SeatsKnown.AsOf _ -> now instanceof SeatsKnown.Fresh;
            case SeatsKnown.Fresh _, SeatsKnown.NotOfThatTime _ -> false;
        };
    }

    public WeekFigures thisWeek() {
        return weeks.getLast();
    }

    /** The week before, or null where it has no data. */
    public @Nullable WeekFigures lastWeek() {
        return figures(week.previous());
    }

    /** True where there is a week to compare with. */
    public boolean hasPast() {
        return weeks.size() > 1;
    }

    /** One value for each of the last eight weeks, oldest first; null for a week without data. */
    public <T> List<@Nullable T> trend(Function<WeekFigures, @Nullable T> value) {
        return trendWeeks()
                .map(this::figures)
                .<@Nullable T>map(figures -> figures == null ? null : value.apply(figures))
                .toList();
    }

    /** The eight weeks of a trend, oldest first. */
    public Stream<IsoWeek> trendWeeks() {
        return IntStream.rangeClosed(1, TREND_WEEKS).mapToObj(i -> week.minusWeeks(TREND_WEEKS - (long) i));
    }

    private @Nullable WeekFigures figures(IsoWeek of) {
        return weeks.stream()
                .filter(figures -> figures.week().equals(of))
                .findFirst()
                .orElse(null);
    }

    /** This summary with other links to the weeks before and after. */
    public WeeklySummary with(Neighbors other) {
        return new WeeklySummary(
                organization,
                week,
                coverage,
                weeks,
                seatsKnown,
                seats,
                credits,
                decisions,
                teams,
                breakdowns,
                phases,
                activeDays,
                mentions,
                other,
                provenance);
    }

    /**
     * This summary's usage with another's view of the moment: seats, credits of the month, what is to be decided and
     * who is mentioned. An edited post keeps saying what was so when it was posted, unless seats were not known then, or
     * only old ones. The step of a seat review is that of now: nobody is asked for what was done since.
     */
    public WeeklySummary withMomentOf(WeeklySummary posted) {
        if (posted.seats == null || posted.lacksSeatsOf(seatsKnown)) {
            return this;
        }
        List<WeekFigures> known = new ArrayList<>(weeks);
        known.set(
                weeks.size() - 1,
                thisWeek()
                        .withSeats(posted.thisWeek().seats(), posted.thisWeek().seatsUsed()));
        return new WeeklySummary(
                organization,
                week,
                coverage,
                known,
                posted.seatsKnown,
                posted.seats,
                posted.credits,
                decisionsOf(posted),
                teams.withSeatsOf(posted.teams),
                breakdowns,
                phases,
                activeDays,
                posted.mentions,
                neighbors,
                provenance);
    }

    private List<NeedsDecision> decisionsOf(WeeklySummary posted) {
        if (!isOfNow()) {
            return posted.decisions;
        }
        return posted.decisions.stream()
                .flatMap(decision -> decision instanceof NeedsDecision.ReviewOpen ? reviewOfNow() : Stream.of(decision))
                .toList();
    }

    private Stream<NeedsDecision> reviewOfNow() {
        return decisions.stream()
                .filter(decision ->
                        decision instanceof NeedsDecision.ReviewOpen || decision instanceof NeedsDecision.ReviewOver);
    }
}

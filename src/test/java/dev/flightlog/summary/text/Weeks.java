package dev.flightlog.summary.text;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.cost.Biller;
import dev.flightlog.cost.EndedSeats;
import dev.flightlog.cost.IdleSaving;
import dev.flightlog.cost.ModelCredits;
import dev.flightlog.cost.PoolUse;
import dev.flightlog.cost.Saving;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatMoves;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatState;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.ActiveDay;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Breakdown.Part;
import dev.flightlog.summary.Coverage;
import dev.flightlog.summary.CreditFigures;
import dev.flightlog.summary.NeedsDecision;
import dev.flightlog.summary.Neighbors;
import dev.flightlog.summary.Phase;
import dev.flightlog.summary.Provenance;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.SeatFigures.IdleSeats;
import dev.flightlog.summary.TeamFigures;
import dev.flightlog.summary.TeamFigures.Team;
import dev.flightlog.summary.WeekFigures;
import dev.flightlog.summary.WeekFigures.PullRequests;
import dev.flightlog.summary.WeeklySummary;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invented weeks of an invented organization, to be changed in one place by each case. */
public final class Weeks {
    public static final IsoWeek W46 = IsoWeek.parse("2026-W46").orElseThrow();

    private static final int[] ACTIVE = {24, 29, 27, 33, 38, 40, 44, 46};

    private Weeks() {}

    /** A builder that starts from an ordinary week. */
    static Weeks.Builder normal() {
        return new Builder();
    }

    /** A normal week in which this needs a decision. */
    public static WeeklySummary deciding(NeedsDecision... decisions) {
        Builder week = normal();
        week.decisions = List.of(decisions);
        return week.build();
    }

    /** An ordinary week as it is posted. */
    public static WeeklySummary ordinary() {
        return normal().build();
    }

    static final class Builder {
        String organization = "acme";
        Coverage coverage = whole();
        List<WeekFigures> weeks =
                IntStream.range(0, 8).mapToObj(Builder::figures).toList();
        SeatsKnown seatsKnown = new SeatsKnown.Fresh();

        @Nullable
        SeatFigures seats = seats(
                Map.of(
                        SeatState.ACTIVE, 47,
                        SeatState.NEW, 3,
                        SeatState.EXEMPT, 2,
                        SeatState.SIGNED_IN, 2,
                        SeatState.ENDING, 1,
                        SeatState.IDLE, 3,
                        SeatState.NEVER_USED, 2),
                SeatPlan.BUSINESS,
                idle(3, 57, 2, 38));

        CreditFigures credits = new CreditFigures(
                new BigDecimal("31204.4"),
                LocalDate.parse("2026-11-17"),
                Biller.ORGANIZATION,
                114_000L,
                new BigDecimal("58310"),
                90_000L,
                null,
                null,
                List.of(),
                null);
        List<NeedsDecision> decisions = List.of(
                new NeedsDecision.Idle(idle(3, 57, 2, 38)), new NeedsDecision.TeamFell("mobile", "Mobile", 9, 5));
        TeamFigures teams = teams(
                List.of(
                        team("Data", 8, 7, 6, 3, 21, 71),
                        team("Mobile", 11, 5, 9, 2, 12, 40),
                        team("Payments", 14, 12, 11, 6, 64, 190),
                        team("Platform", 12, 11, 11, 8, 80, 233),
                        team("Web", 9, 8, 8, 4, 33, 121)),
                3);
        List<Breakdown> breakdowns = List.of(
                Breakdown.of(
                        Dimension.LANGUAGE,
                        parts(
                                "java",
                                0,
                                4210,
                                "typescript",
                                0,
                                3380,
                                "python",
                                0,
                                1904,
                                "go",
                                0,
                                760,
                                "sql",
                                0,
                                512,
                                "yaml",
                                0,
                                410,
                                "kotlin",
                                0,
                                233,
                                "markdown",
                                0,
                                120)),
                Breakdown.of(Dimension.EDITOR, parts("vscode", 2210, 7010, "intellij", 840, 3920, "neovim", 12, 599)),
                Breakdown.of(
                        Dimension.MODEL,
                        parts("claude-sonnet-4.6", 1602, 2110, "gpt-5.3", 1011, 1340, "auto", 449, 505)),
                Breakdown.of(
                        Dimension.FEATURE,
                        parts(
                                "code_completion",
                                0,
                                7574,
                                "chat_panel_agent_mode",
                                1804,
                                1690,
                                "agent_edit",
                                0,
                                1240,
                                "chat_panel_ask_mode",
                                990,
                                802,
                                "chat_inline",
                                268,
                                223)));
        List<Phase> phases = List.of(
                new Phase(0, "No Cohort", 9, 2),
                new Phase(1, "Phase 1", 21, 12),
                new Phase(2, "Phase 2", 19, 15),
                new Phase(3, "Phase 3", 6, 5));
        List<ActiveDay> activeDays = days(LocalDate.parse("2026-09-21"), 56);
        List<String> mentions = List.of();
        Neighbors neighbors = new Neighbors(
                new Neighbors.Neighbor(
                        W46.previous(), URI.create("https://github.com/acme/copilot-governance/issues/11")),
                null);
        Provenance provenance = new Provenance(
                5, 30, "9f3c2ab417de00c4b1f2e7a6d5c4b3a291807f6e", "/copilot", "1.0.0", KnownDefects.in(W46));

        WeeklySummary build() {
            return new WeeklySummary(
                    organization,
                    W46,
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
                    neighbors,
                    provenance);
        }

        private static WeekFigures figures(int index) {
            int active = ACTIVE[index];
            WeekFigures week = week(W46.minusWeeks(7 - index), 7, index < 3 ? null : 55 + index - 2, active);
            // Whoever was active held a seat: one who did not would be told by subtraction.
            return index == 7 ? week.withSeats(week.seats(), active) : week;
        }
    }

    static WeekFigures week(IsoWeek week, int days, @Nullable Integer seats, int active) {
        return new WeekFigures(
                week,
                days,
                seats,
                active,
                active * 2 / 5,
                active * 3 / 4,
                active / 6,
                active * 161L,
                active * 49L + active * Math.min(active, 100) / 12,
                new BigDecimal(active * 261).add(new BigDecimal("0.42")),
                new PullRequests(active / 5, active / 3),
                null,
                null);
    }

    /** More than a table shows one by one. */
    static List<ModelCredits> models() {
        List<ModelCredits> models = new ArrayList<>(List.of(
                new ModelCredits("claude-sonnet-4.6", new BigDecimal("17820.2")),
                new ModelCredits("gpt-5.3", new BigDecimal("9410")),
                new ModelCredits("auto", new BigDecimal("3000.2"))));
        for (int number = 1; number <= 9; number++) {
            models.add(new ModelCredits("small-" + number, new BigDecimal(200 - number)));
        }
        return models;
    }

    /** The last day of the week is missing. */
    public static WeeklySummary ofSixDays() {
        Builder week = normal();
        week.coverage =
                new Coverage(W46, W46.days().limit(6).toList(), LocalDate.parse("2025-12-12"), List.of(), List.of());
        week.weeks = new ArrayList<>(week.weeks);
        week.weeks.set(7, week(W46, 6, 60, 46));
        return week.build();
    }

    public static TeamFigures teams(List<Team> shown, int hidden) {
        return new TeamFigures(shown, LongStream.rangeClosed(1, hidden).boxed().toList());
    }

    static Coverage whole() {
        return new Coverage(W46, W46.days().toList(), LocalDate.parse("2025-12-12"), List.of(), List.of());
    }

    public static SeatFigures seats(Map<SeatState, Integer> states, SeatPlan plan, IdleSeats idle) {
        int total = states.values().stream().mapToInt(Integer::intValue).sum();
        return new SeatFigures(
                states.getOrDefault(SeatState.ACTIVE, 0),
                states,
                Map.of(plan, total),
                plan.listPriceUsd().map(usd -> Map.of(plan, usd)).orElse(Map.of()),
                idle,
                breakdown(states, total),
                new SeatMoves(3, 1));
    }

    /** As GitHub would count them: it knows neither exemptions nor a time of grace. */
    private static SeatFigures.Breakdown breakdown(Map<SeatState, Integer> states, int total) {
        int inactive = Stream.of(SeatState.IDLE, SeatState.NEVER_USED, SeatState.SIGNED_IN)
                .mapToInt(state -> states.getOrDefault(state, 0))
                .sum();
        return new SeatFigures.Breakdown(
                total,
                states.getOrDefault(SeatState.NEW, 0),
                states.getOrDefault(SeatState.ENDING, 0),
                0,
                total - inactive,
                inactive);
    }

    public static Team team(
            String name, int seats, int active, @Nullable Integer before, int agents, int accepted, int offered) {
        return new Team(
                name.toLowerCase(java.util.Locale.ROOT),
                name,
                seats,
                active,
                agents,
                offered * 10L,
                accepted * 10L,
                new BigDecimal(active * 263),
                before,
                null);
    }

    static List<ActiveDay> days(LocalDate first, int count) {
        List<ActiveDay> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = first.plusDays(i);
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            days.add(new ActiveDay(day, weekend ? 2 + i % 4 : 16 + i / 3 + (i * 5) % 4));
        }
        return days;
    }

    /** Name, prompts, generations; lines follow. */
    static List<Part> parts(Object... values) {
        return IntStream.range(0, values.length / 3)
                .mapToObj(i -> new Part(
                        (String) values[3 * i],
                        (Integer) values[3 * i + 1],
                        (Integer) values[3 * i + 2],
                        (Integer) values[3 * i + 2] * 4L))
                .toList();
    }

    /** Idle seats beside a pool that is hardly used. */
    public static IdleSeats idle(int removable, long removableUsd, int throughTeams, long throughTeamsUsd) {
        return idle(
                removable,
                removableUsd,
                throughTeams,
                throughTeamsUsd,
                new PoolUse.Projected(BigDecimal.valueOf(10_000_000), BigDecimal.ZERO));
    }

    static IdleSeats idle(int removable, long removableUsd, int throughTeams, long throughTeamsUsd, PoolUse use) {
        EndedSeats direct = ended(removable, removableUsd);
        return new IdleSeats(
                removable,
                usd(removableUsd),
                throughTeams,
                usd(throughTeamsUsd),
                new IdleSaving(
                        Saving.of(direct, use),
                        Saving.of(direct.plus(ended(throughTeams, throughTeamsUsd)), use),
                        null));
    }

    /** A seat brings credits worth its price. */
    private static EndedSeats ended(int seats, long usd) {
        return new EndedSeats(seats, SeatCost.of(usd(usd)), usd(usd * 100));
    }

    public static BigDecimal usd(long amount) {
        return BigDecimal.valueOf(amount);
    }
}

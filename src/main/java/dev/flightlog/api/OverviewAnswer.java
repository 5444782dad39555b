package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.copilot.CreditBill;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.CreditRange;
import dev.flightlog.cost.TeamCredits;
import dev.flightlog.cost.TeamCreditsStore.PersonCredits;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.seat.SeatDay;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatState;
import dev.flightlog.seat.SeatsKnown;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An organization's Copilot in figures; money is US dollars a month.
 *
 * @param planType as GitHub gives it
 * @param seats null, as all that rests on them, where seats were never read
 * @param seatsAsOf the UTC day of the listing where it is older than two days; null where it is fresh or there is none
 * @param seatsUnknown why seats are not known; null where they are
 * @param seatBreakdown as GitHub gives it; null before the first reading
 * @param usedSeats with known activity within the policy's idle time, whatever their state: also exempt and ending ones
 * @param states seats by state
 * @param monthlyCostUsd seats at the policy's prices, without {@code unpricedSeats}; null where no price is known
 * @param unpricedSeats seats of a plan that GitHub does not name, so that their price is not known
 * @param githubBudgets those that owners set on GitHub
 * @param freshness how the last reading of each source went
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OverviewAnswer(
        String organization,
        @Nullable String planType,
        @Nullable Integer seats,
        @Nullable LocalDate seatsAsOf,
        @Nullable String seatsUnknown,
        @Nullable SeatBreakdown seatBreakdown,
        @Nullable Integer usedSeats,
        @Nullable Map<String, Integer> states,
        @Nullable BigDecimal monthlyCostUsd,
        @Nullable Integer unpricedSeats,
        @Nullable IdleSpend idleSpend,
        @Nullable IdleSaved idle,
        AiCredits aiCredits,
        GitHubBudgetList githubBudgets,
        List<Freshness> freshness) {
    /** Digits after the point of a share. */
    private static final int SHARE_DIGITS = 4;

    /** GitHub's seat breakdown, as given on a day; a figure that GitHub did not give is null. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SeatBreakdown(
            LocalDate day,
            @Nullable Integer total,
            @Nullable Integer addedThisCycle,
            @Nullable Integer pendingCancellation,
            @Nullable Integer pendingInvitation,
            @Nullable Integer activeThisCycle,
            @Nullable Integer inactiveThisCycle) {
        static @Nullable SeatBreakdown of(@Nullable SeatDay day) {
            return day == null
                    ? null
                    : new SeatBreakdown(
                            day.day(),
                            day.breakdownTotal(),
                            day.addedThisCycle(),
                            day.pendingCancellation(),
                            day.pendingInvitation(),
                            day.activeThisCycle(),
                            day.inactiveThisCycle());
        }
    }

    /**
     * What idle seats cost, split by how they are taken away; what that saves is in {@code idle}.
     *
     * @param usd without {@code unpricedSeats}; null where no price is known
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record IdleSpend(
            int seats, @Nullable BigDecimal usd, int unpricedSeats, IdleSeats removable, IdleSeats needsTeamChange) {
        static IdleSpend of(SeatOverview seats) {
            return new IdleSpend(
                    seats.idleSeats(),
                    seats.idleCost().least().orElse(null),
                    seats.idleCost().unpriced(),
                    IdleSeats.of(seats.removable()),
                    IdleSeats.of(seats.needsTeamChange()));
        }
    }

    /** Some idle seats and what they cost a month, without {@code unpricedSeats}; null where no price is known. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record IdleSeats(int seats, @Nullable BigDecimal usd, int unpricedSeats) {
        static IdleSeats of(SeatOverview.IdleSeats idle) {
            return new IdleSeats(
                    idle.seats(), idle.cost().least().orElse(null), idle.cost().unpriced());
        }
    }

    /**
     * AI credits of the current UTC month, estimated from the usage reports.
     *
     * @param used null while no day of the month has data
     * @param atLeast whether a day before the last one with data has none, so that more was used
     * @param dataThrough last day with data
     * @param biller whose bill and so whose pool it is: organization, enterprise or unknown
     * @param included credits that come with the seats, to the pool of whoever is billed; null where those are not known
     * @param shareOfIncluded 1 for all of them; null without included credits, and where the enterprise is billed
     * @param projected credits at the month's end; null without settled days
     * @param projectedLow every day to come like the least of its weekday; null without a projection
     * @param projectedHigh every day to come like the most of its weekday; null without a projection
     * @param teams as far as they may be shown, most first
     * @param teamsHidden how many teams are not shown
     * @param people most first; null where people are not named
     * @param billed as GitHub bills them; null where billing cannot be read
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AiCredits(
            String month,
            @Nullable BigDecimal used,
            boolean atLeast,
            @Nullable LocalDate dataThrough,
            String biller,
            @Nullable BigDecimal included,
            @Nullable BigDecimal shareOfIncluded,
            @Nullable BigDecimal projected,
            @Nullable BigDecimal projectedLow,
            @Nullable BigDecimal projectedHigh,
            @Nullable BigDecimal projectedOverageUsd,
            List<CreditsOfTeam> teams,
            int teamsHidden,
            @Nullable List<CreditsOfPerson> people,
            @Nullable Billed billed) {
        static AiCredits of(CostOfMonth cost, TeamCredits teams, @Nullable List<PersonCredits> people) {
            CreditMonth credits = cost.credits();
            return new AiCredits(
                    credits.month().toString(),
                    credits.knownUse().orElse(null),
                    cost.atLeast(),
                    credits.dataThrough().orElse(null),
                    cost.biller().name().toLowerCase(Locale.ROOT),
                    credits.included().orElse(null),
                    cost.shareOfPool()
                            .map(share -> share.setScale(SHARE_DIGITS, RoundingMode.DOWN))
                            .orElse(null),
                    credits.projected().orElse(null),
                    credits.range().map(CreditRange::low).orElse(null),
                    credits.range().map(CreditRange::high).orElse(null),
                    cost.projectedOverageUsd().orElse(null),
                    teams.shown().stream().map(CreditsOfTeam::of).toList(),
                    teams.hidden(),
                    people == null
                            ? null
                            : people.stream()
                                    .map(person -> new CreditsOfPerson(person.login(), person.credits()))
                                    .toList(),
                    cost.billed().map(Billed::of).orElse(null));
        }
    }

    /** A person's AI credits of the month. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record CreditsOfPerson(String login, BigDecimal credits) {}

    /** A month's AI credits as GitHub bills them. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Billed(
            BigDecimal grossCredits,
            BigDecimal grossUsd,
            BigDecimal netCredits,
            BigDecimal netUsd,
            List<BilledModel> models) {
        static Billed of(CreditBill.Billed bill) {
            return new Billed(
                    bill.grossCredits(),
                    bill.grossUsd(),
                    bill.netCredits(),
                    bill.netUsd(),
                    bill.models().stream().map(BilledModel::of).toList());
        }
    }

    /** The part of one model; GitHub's words for models are open-ended, and empty where it names none. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record BilledModel(String model, BigDecimal grossCredits, BigDecimal grossUsd) {
        static BilledModel of(CreditBill.OfModel part) {
            return new BilledModel(part.model(), part.grossCredits(), part.grossUsd());
        }
    }

    /**
     * How the last reading of a source went.
     *
     * @param outcome read, no_data, later, ask_a_person or failed
     * @param detail in words, when there is something to say
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Freshness(
            String source,
            String outcome,
            Instant attemptedAt,
            @Nullable Instant succeededAt,
            @Nullable LocalDate dataThrough,
            @Nullable String detail) {
        static Freshness of(SourceStatus reading) {
            return new Freshness(
                    reading.source().word(),
                    reading.outcome().name().toLowerCase(Locale.ROOT),
                    reading.attemptedAt(),
                    reading.succeededAt(),
                    reading.dataThrough(),
                    reading.detail());
        }
    }

    static OverviewAnswer of(
            String organization,
            CostOfMonth cost,
            TeamCredits teams,
            @Nullable List<PersonCredits> people,
            @Nullable SeatDay day,
            Collection<SourceStatus> readings) {
        return new OverviewAnswer(
                organization,
                day == null ? null : day.planType(),
                cost.seats().map(SeatOverview::seats).orElse(null),
                cost.known() instanceof SeatsKnown.AsOf(LocalDate asOf) ? asOf : null,
                cost.known() instanceof SeatsKnown.NeverRead(String cause) ? cause : null,
                SeatBreakdown.of(day),
                cost.seats().map(SeatOverview::used).orElse(null),
                cost.seats().map(OverviewAnswer::states).orElse(null),
                cost.seats().flatMap(seats -> seats.cost().least()).orElse(null),
                cost.seats().map(seats -> seats.cost().unpriced()).orElse(null),
                cost.seats().map(IdleSpend::of).orElse(null),
                cost.idleSaving().map(IdleSaved::of).orElse(null),
                AiCredits.of(cost, teams, people),
                GitHubBudgetList.of(cost.gitHubBudgets()),
                readings.stream().map(Freshness::of).toList());
    }

    private static Map<String, Integer> states(SeatOverview seats) {
        Map<String, Integer> states = new LinkedHashMap<>();
        for (SeatState state : SeatState.values()) {
            states.put(state.key(), seats.count(state));
        }
        return states;
    }
}

package dev.flightlog.summary.count;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.CostRules;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.AccessFacts;
import dev.flightlog.summary.ActiveDay;
import dev.flightlog.summary.Coverage;
import dev.flightlog.summary.Coverage.Correction;
import dev.flightlog.summary.CreditFigures;
import dev.flightlog.summary.DecisionRules;
import dev.flightlog.summary.NeedsDecision;
import dev.flightlog.summary.Neighbors;
import dev.flightlog.summary.Provenance;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.SummaryWeek;
import dev.flightlog.summary.TeamFigures;
import dev.flightlog.summary.WeekFigures;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.summary.text.Corrections;
import dev.flightlog.summary.text.KnownDefects;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts a week: the store's rows and the policy in force become a {@link WeeklySummary}. */
@Singleton
public class SummaryCounting {
    private static final String VERSION = Optional.ofNullable(
                    SummaryCounting.class.getPackage().getImplementationVersion())
            .orElse("development");

    private static final int DAYS_TO_PUBLISH = 2;

    private final SummaryStore store;
    private final TeamCounting teams;
    private final SeatCounting seats;
    private final AccessFacts access;
    private final OpenSeatMatters openMatters;
    private final VisibleTeams visible;
    private final Policies policies;

    SummaryCounting(
            SummaryStore store,
            TeamCounting teams,
            SeatCounting seats,
            AccessFacts access,
            OpenSeatMatters openMatters,
            VisibleTeams visible,
            Policies policies) {
        this.store = store;
        this.teams = teams;
        this.seats = seats;
        this.access = access;
        this.openMatters = openMatters;
        this.visible = visible;
        this.policies = policies;
    }

    /** The week as it is known now; nothing for a week without any data. Links to other posts are not in it. */
    public Optional<WeeklySummary> count(Organization organization, IsoWeek week, Instant now) {
        return count(organization, week, now, null);
    }

    /** As {@link #count(Organization, IsoWeek, Instant)}, for an existing post. */
    public Optional<WeeklySummary> count(
            Organization organization, IsoWeek week, Instant now, @Nullable SummaryWeek posted) {
        long org = organization.id();
        List<WeekFigures> weeks = weeks(org, week);
        return weeks.isEmpty() || !weeks.getLast().week().equals(week)
                ? Optional.empty()
                : Optional.of(count(organization, weeks, now, posted));
    }

    private WeeklySummary count(
            Organization organization, List<WeekFigures> weeks, Instant now, @Nullable SummaryWeek posted) {
        long org = organization.id();
        IsoWeek week = weeks.getLast().week();
        PolicyInForce inForce = policies.inForce(org);
        Policy policy = inForce.policy();
        boolean current = isCurrent(week, now);
        CostOfMonth cost = seats.cost(org, policy);
        SeatsKnown known = current ? cost.known() : new SeatsKnown.NotOfThatTime();
        SeatFigures held = current ? seats.seats(org, week, cost, policy, now) : null;
        Optional<CostOfMonth> ended = current ? seats.ended(org, week, policy) : Optional.empty();
        CreditFigures credits = current
                ? SeatCounting.credits(ended.orElse(cost), seats.monthBefore(org, week, policy), policy)
                : CreditFigures.NOT_OF_THAT_TIME;
        TeamFigures counted = teams.count(
                org,
                week,
                policy.privacy().minTeamSize(),
                current && weeks.getLast().seats() == null ? teams.seatsNow(org) : teams.seatsAtEndOf(org, week),
                posted == null ? null : posted.summary().teams());
        Suppressed shown = weeks.getLast().suppressed();
        boolean small = shown != null && shown.hidden();
        return new WeeklySummary(
                organization.login(),
                week,
                coverage(org, week, posted, now),
                seats(org, weeks, held),
                known,
                held,
                credits,
                current ? decisions(organization, ended, cost, held, counted, inForce) : List.of(),
                counted,
                small
                        ? List.of()
                        : store.breakdowns(
                                org,
                                week.monday(),
                                week.sunday(),
                                shownDays(org, week, policy.privacy().minTeamSize())),
                small
                        ? List.of()
                        : PhaseGroups.of(
                                store.phases(org, week), policy.privacy().minTeamSize()),
                activeDays(org, week),
                policy.summary().mention(),
                Neighbors.NONE,
                new Provenance(
                        policy.privacy().minTeamSize(),
                        policy.seats().idleAfter().toDays(),
                        inForce.commit(),
                        policy.commands().prefix(),
                        VERSION,
                        KnownDefects.in(week)));
    }

    private List<NeedsDecision> obstaclesAndOpenMatters(Organization organization, PolicyInForce inForce) {
        List<NeedsDecision> decisions = new ArrayList<>(access.obstacles(organization));
        decisions.addAll(openMatters.of(organization));
        if (!inForce.unmatched().isEmpty()) {
            decisions.add(new NeedsDecision.NamesNobody(inForce.unmatched().size()));
        }
        return decisions;
    }

    /** Without the figures to which too few people contribute. */
    private List<WeekFigures> weeks(long org, IsoWeek week) {
        List<IsoWeek> trend = IntStream.range(0, WeeklySummary.TREND_WEEKS)
                .mapToObj(week::minusWeeks)
                .toList();
        int threshold = policies.inForce(org).policy().privacy().minTeamSize();
        // A post stays: it waits until it can be complete.
        visible.decide(org, trend, threshold);
        Map<IsoWeek, Suppressed> shown = visible.organizationIn(org, trend, threshold);
        return store.weeks(org, trend).stream()
                .map(figures -> figures.showing(shown.getOrDefault(figures.week(), Suppressed.everything(threshold))))
                .toList();
    }

    /** Days on which enough people were active, or nobody. */
    private List<ActiveDay> activeDays(long org, IsoWeek week) {
        LocalDate first = week.minusWeeks(WeeklySummary.TREND_WEEKS - 1L).monday();
        int threshold = policies.inForce(org).policy().privacy().minTeamSize();
        Map<LocalDate, Suppressed> shown = visible.organizationOn(org, first, week.sunday(), threshold);
        return store.activeDays(org, first, week.sunday()).stream()
                .filter(day -> shown.getOrDefault(day.day(), Suppressed.everything(threshold))
                        .shows(Metric.ACTIVE))
                .toList();
    }

    /**
     * Until GitHub has published the next week the summary also speaks of the seats and the money of now; that of an earlier
     * week does not. So the first post has them on whatever day of the week the app is installed.
     */
    public static boolean isCurrent(IsoWeek week, Instant now) {
        return !isDue(week.next().sunday(), now);
    }

    private List<NeedsDecision> decisions(
            Organization organization,
            Optional<CostOfMonth> ended,
            CostOfMonth cost,
            @Nullable SeatFigures held,
            TeamFigures counted,
            PolicyInForce inForce) {
        Policy policy = inForce.policy();
        return DecisionRules.decide(
                obstaclesAndOpenMatters(organization, inForce),
                Stream.concat(
                                ended.stream().flatMap(month -> CostRules.ofEnded(policy.budget(), month).stream()),
                                CostRules.of(policy.budget(), cost).stream())
                        .toList(),
                held == null ? null : held.idle(),
                counted,
                policy);
    }

    /**
     * The week with the seats that were held at its end, where they were read in it; else with those held now, where the
     * summary speaks of them.
     */
    private List<WeekFigures> seats(long org, List<WeekFigures> weeks, @Nullable SeatFigures held) {
        WeekFigures last = weeks.getLast();
        Integer then = last.seats();
        if (then != null) {
            return withSeats(weeks, then, seatsUsed(org, last, store.seatsUsedOfThen(org, last.week())));
        }
        return held == null
                ? weeks
                : withSeats(weeks, held.total(), seatsUsed(org, last, store.seatsUsedOfNow(org, last.week())));
    }

    private @Nullable Integer seatsUsed(long org, WeekFigures figures, int used) {
        return seatsUsed(
                used,
                figures.activeUsers(),
                policies.inForce(org).policy().privacy().minTeamSize());
    }

    /**
     * How many seats were used, or null: not even the number is shown of a few people, nor of those who were active and
     * hold no seat, which is active users less the seats used.
     */
    static @Nullable Integer seatsUsed(int used, @Nullable Integer active, int threshold) {
        return isFew(used, threshold) || active != null && isFew(active - used, threshold) ? null : used;
    }

    private static boolean isFew(int people, int threshold) {
        return people > 0 && people < threshold;
    }

    private static List<WeekFigures> withSeats(List<WeekFigures> weeks, int seats, @Nullable Integer used) {
        List<WeekFigures> known = new ArrayList<>(weeks);
        known.set(weeks.size() - 1, weeks.getLast().withSeats(seats, used));
        return known;
    }

    private Coverage coverage(long org, IsoWeek week, @Nullable SummaryWeek posted, Instant now) {
        List<SummaryStore.Restated> restated = store.restated(org, week);
        List<LocalDate> days = store.activeDays(org, week.monday(), week.sunday()).stream()
                .map(ActiveDay::day)
                .toList();
        Map<LocalDate, Instant> teams = store.teams(org, week);
        SummaryStore.Span span = store.span(org);
        List<Correction> corrections = posted == null
                ? List.of()
                : Corrections.since(
                        posted.summary().coverage(), posted.madeAt(), days, restated, store.imported(org, week), teams);
        return new Coverage(
                week,
                days,
                span == null ? null : span.first(),
                restated.stream().map(SummaryStore.Restated::day).toList(),
                corrections,
                store.notAsked(org, week),
                week.days().filter(day -> !isDue(day, now)).toList(),
                days.stream().filter(teams::containsKey).toList());
    }

    /** GitHub publishes a day within two full UTC days. */
    private static boolean isDue(LocalDate day, Instant now) {
        return !LocalDate.ofInstant(now, ZoneOffset.UTC).isBefore(day.plusDays(DAYS_TO_PUBLISH + 1L));
    }

    private Function<LocalDate, Suppressed> shownDays(long org, IsoWeek week, int threshold) {
        Map<LocalDate, Suppressed> days = visible.organizationOn(org, week.monday(), week.sunday(), threshold);
        return day -> days.getOrDefault(day, Suppressed.everything(threshold));
    }
}

package dev.flightlog.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.calendar.SummarySchedule;
import dev.flightlog.policy.Policy;
import dev.flightlog.summary.SummaryDecision.AlertStale;
import dev.flightlog.summary.SummaryDecision.NothingToDo;
import dev.flightlog.summary.SummaryDecision.PostPartial;
import dev.flightlog.summary.SummaryDecision.WaitForDays;
import dev.flightlog.summary.SummaryDecision.WaitForLoad;
import dev.flightlog.summary.SummaryDecision.WaitForUsage;
import dev.flightlog.summary.text.Weeks;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryDecisionsTest {
    private static final SummarySchedule WEDNESDAY = Policy.DEFAULTS.summary().schedule();
    private static final Instant DUE = Instant.parse("2026-11-18T08:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-11-25T08:00:00Z");
    private static final LocalDate LONG_AGO = LocalDate.parse("2025-12-12");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-11-15");

    @Test
    void aWholeWeekIsPostedOnWednesdayMorning() {
        assertThat(decide(week(7), LONG_AGO, SUNDAY, false, false, DUE)).isEqualTo(new SummaryDecision.Post(Weeks.W46));
        assertThat(decide(week(7), LONG_AGO, SUNDAY, true, false, DUE)).isEqualTo(new NothingToDo(NEXT));
    }

    @Test
    void aMissingDayIsWaitedForTwoDays() {
        LocalDate monday = SUNDAY.plusDays(1);
        Instant patience = Instant.parse("2026-11-20T08:00:00Z");

        assertThat(decide(week(6), LONG_AGO, monday, false, false, DUE))
                .isEqualTo(new WaitForDays(Weeks.W46, List.of(SUNDAY), patience));
        assertThat(decide(week(6), LONG_AGO, monday, false, false, patience.minusSeconds(1)))
                .isInstanceOf(WaitForDays.class);
        assertThat(decide(week(6), LONG_AGO, monday, false, false, patience))
                .isEqualTo(new PostPartial(Weeks.W46, List.of(SUNDAY)));
    }

    @Test
    void theFirstPostWaitsForNobody() {
        assertThat(decide(week(6), LONG_AGO, SUNDAY, false, true, DUE))
                .isEqualTo(new PostPartial(Weeks.W46, List.of(SUNDAY)));
    }

    @Test
    void theFirstPostWaitsTwoDaysForTheFirstLoad() {
        Instant patience = DUE.plus(SummaryDecisions.PATIENCE);
        SummaryFacts loading = new SummaryFacts(week(7), LONG_AGO, SUNDAY, false, true, false, false, DUE, DUE, DUE);
        SummaryFacts later = new SummaryFacts(week(7), LONG_AGO, SUNDAY, false, false, false, false, DUE, DUE, DUE);

        assertThat(SummaryDecisions.decide(loading, WEDNESDAY, patience.minusSeconds(1)))
                .isEqualTo(new WaitForLoad(patience));
        assertThat(SummaryDecisions.decide(loading, WEDNESDAY, patience))
                .isEqualTo(new SummaryDecision.Post(Weeks.W46));
        assertThat(SummaryDecisions.decide(later, WEDNESDAY, DUE))
                .as("only the first one")
                .isEqualTo(new SummaryDecision.Post(Weeks.W46));
    }

    @Test
    void daysBeforeTheDataBeginAreNotMissing() {
        Set<LocalDate> fourDays = Weeks.W46.days().skip(3).collect(Collectors.toSet());

        assertThat(decide(fourDays, LocalDate.parse("2026-11-12"), SUNDAY, false, false, DUE))
                .isEqualTo(new SummaryDecision.Post(Weeks.W46));
    }

    @Test
    void dataThatStoppedMoreThanFiveDaysAgoAreStale() {
        Instant later = Instant.parse("2026-11-20T23:59:59Z");

        assertThat(decide(week(7), LONG_AGO, SUNDAY, true, false, later)).isInstanceOf(NothingToDo.class);
        assertThat(decide(week(7), LONG_AGO, SUNDAY, true, false, later.plusSeconds(1)))
                .isEqualTo(new AlertStale(SUNDAY));
        assertThat(decide(week(7), LONG_AGO, SUNDAY, false, false, later.plusSeconds(1)))
                .as("no summary either")
                .isEqualTo(new AlertStale(SUNDAY));
    }

    @Test
    void anOrganizationWithoutDataIsGivenTimeUnlessSomebodyMustAct() {
        Instant installed = DUE.minusSeconds(60);

        assertThat(decide(Set.of(), false, installed)).isEqualTo(new NothingToDo(NEXT));
        assertThat(decide(Set.of(), true, installed)).isEqualTo(new AlertStale(null));
        assertThat(decide(Set.of(), false, DUE.minusSeconds(6 * 86_400))).isEqualTo(new AlertStale(null));
    }

    @Test
    void whetherDataHaveStoppedShowsOnlyWhenUsageIsAskedForAgain() {
        Instant later = DUE.plus(Duration.ofDays(6));

        assertThat(decideStale(null, Instant.EPOCH, later)).isEqualTo(new WaitForUsage());
        assertThat(decideStale(later.minus(Duration.ofHours(12)), Instant.EPOCH, later))
                .isEqualTo(new AlertStale(SUNDAY));
        assertThat(decideStale(later.minus(Duration.ofHours(12)).minusSeconds(1), Instant.EPOCH, later))
                .as("this server was down")
                .isEqualTo(new WaitForUsage());
        assertThat(decideStale(later.minusSeconds(1), later, later))
                .as("the organization is just back")
                .isEqualTo(new WaitForUsage());
        assertThat(decideStale(later, later, later)).isEqualTo(new AlertStale(SUNDAY));
    }

    @Test
    void whatBlocksUsageIsToldOnlyWhenGitHubRefusedIt() {
        SummaryFacts unread = new SummaryFacts(Set.of(), null, null, false, true, false, true, null, DUE, DUE);

        assertThat(SummaryDecisions.decide(unread, WEDNESDAY, DUE)).isEqualTo(new WaitForUsage());
    }

    @Test
    void newDataAfterAWeekWithoutAnyIsNoReasonToPostThatWeek() {
        assertThat(decide(Set.of(), LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-17"), false, true, DUE))
                .isEqualTo(new NothingToDo(NEXT));
    }

    @Test
    void theHourIsThatOfThePolicysTimeZone() {
        SummarySchedule kiritimati =
                new SummarySchedule(DayOfWeek.TUESDAY, LocalTime.of(9, 0), ZoneId.of("Pacific/Kiritimati"));
        Instant nine = Instant.parse("2026-11-16T19:00:00Z");
        SummaryFacts facts = new SummaryFacts(
                week(7), LONG_AGO, SUNDAY, false, false, true, false, nine, Instant.EPOCH, Instant.EPOCH);

        assertThat(SummaryDecisions.decide(facts, kiritimati, nine)).isEqualTo(new SummaryDecision.Post(Weeks.W46));
        assertThat(kiritimati.latestAt(nine.minusSeconds(1)).week()).isEqualTo(Weeks.W46.previous());
    }

    @Test
    void week53IsFollowedByWeek1() {
        Instant due = Instant.parse("2027-01-06T08:00:00Z");
        IsoWeek week53 = IsoWeek.parse("2026-W53").orElseThrow();
        SummaryFacts facts = new SummaryFacts(
                week53.days().collect(Collectors.toSet()),
                LONG_AGO,
                week53.sunday(),
                false,
                false,
                true,
                false,
                due,
                Instant.EPOCH,
                Instant.EPOCH);

        assertThat(SummaryDecisions.decide(facts, WEDNESDAY, due)).isEqualTo(new SummaryDecision.Post(week53));
        assertThat(WEDNESDAY.nextAfter(due).week()).hasToString("2027-W01");
    }

    private static SummaryDecision decide(
            Set<LocalDate> days,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean posted,
            boolean firstPost,
            Instant now) {
        return SummaryDecisions.decide(
                new SummaryFacts(days, first, last, posted, firstPost, true, false, now, Instant.EPOCH, Instant.EPOCH),
                WEDNESDAY,
                now);
    }

    private static SummaryDecision decide(Set<LocalDate> days, boolean blocked, Instant installed) {
        return SummaryDecisions.decide(
                new SummaryFacts(days, null, null, false, true, false, blocked, DUE, installed, installed),
                WEDNESDAY,
                DUE);
    }

    private static SummaryDecision decideStale(@Nullable Instant tried, Instant activeSince, Instant now) {
        return SummaryDecisions.decide(
                new SummaryFacts(
                        week(7), LONG_AGO, SUNDAY, true, false, true, false, tried, activeSince, Instant.EPOCH),
                WEDNESDAY,
                now);
    }

    private static Set<LocalDate> week(int days) {
        return Weeks.W46.days().limit(days).collect(Collectors.toSet());
    }
}

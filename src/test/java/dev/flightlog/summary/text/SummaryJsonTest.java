package dev.flightlog.summary.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.Coverage;
import dev.flightlog.summary.Coverage.Correction;
import dev.flightlog.summary.Coverage.Reason;
import dev.flightlog.summary.NeedsDecision;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.summary.count.SummaryStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
    private static final Instant MADE = Instant.parse("2026-11-18T08:00:00Z");
    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-12");

    @Test
    void aSummaryComesBackAsItWas() {
        Weeks.Builder week = Weeks.normal();
        week.decisions = List.of(
                new NeedsDecision.MetricsPolicyOff(),
                new NeedsDecision.PermissionMissing("members"),
                new NeedsDecision.SourceUnread("seats", "GitHub has none."),
                new NeedsDecision.NamesNobody(2),
                new NeedsDecision.SeatBudgetPassed(new BigDecimal("12.50"), new BigDecimal("10")),
                new NeedsDecision.CreditBudgetInDanger(new BigDecimal("12.5"), 10, YearMonth.of(2026, 12)),
                new NeedsDecision.Idle(SeatFigures.IdleSeats.NONE),
                new NeedsDecision.ReviewOver(16, 20, true),
                new NeedsDecision.TeamFell("web", "Web", 9, 2));
        WeeklySummary summary = week.build();

        assertThat(SummaryJson.read(SummaryJson.write(summary))).isEqualTo(summary);
        assertThat(SummaryJson.write(summary)).contains("\"week\":\"2026-W46\"", "\"kind\":\"team_fell\"");
    }

    @Test
    void seatsThatAreNotKnownStaySo() {
        Weeks.Builder week = Weeks.normal();
        week.seatsKnown = new SeatsKnown.NeverRead("GitHub has none.");
        week.seats = null;
        WeeklySummary summary = week.build();

        assertThat(SummaryJson.read(SummaryJson.write(summary))).isEqualTo(summary);
        assertThat(Weeks.normal().build().withMomentOf(summary).seatsKnown()).isEqualTo(new SeatsKnown.Fresh());
    }

    @Test
    void readsWhatAnOlderServerStored() {
        WeeklySummary summary = Weeks.normal().build();
        String stored = SummaryJson.write(summary).replace("\"seatsKnown\":{\"kind\":\"fresh\"},", "");

        assertThat(stored).doesNotContain("seatsKnown");
        assertThat(SummaryJson.read(stored)).isEqualTo(summary);
    }

    @Test
    void whatWasPostedStaysSoBesideNewUsage() {
        WeeklySummary posted = Weeks.normal().build();
        Weeks.Builder later = Weeks.normal();
        later.seats = new SeatFigures(0, Map.of(), Map.of(), Map.of(), SeatFigures.IdleSeats.NONE, null, null);
        later.weeks = List.of(Weeks.week(Weeks.W46, 7, 12, 48));

        WeeklySummary both = later.build().withMomentOf(posted);

        assertThat(both.seats()).isEqualTo(posted.seats());
        assertThat(both.thisWeek().seats()).isEqualTo(60);
        assertThat(both.thisWeek().activeUsers()).isEqualTo(48);
    }

    @Test
    void correctionsAddUp() {
        Coverage posted = new Coverage(
                Weeks.W46,
                Weeks.W46.days().limit(6).toList(),
                null,
                List.of(),
                List.of(new Correction(THURSDAY, LocalDate.parse("2026-11-17"), Reason.RESTATED)));

        List<Correction> corrections = Corrections.since(
                posted,
                MADE,
                Weeks.W46.days().toList(),
                List.of(
                        new SummaryStore.Restated(THURSDAY, MADE.minusSeconds(1)),
                        new SummaryStore.Restated(THURSDAY.plusDays(1), MADE.plusSeconds(86_400))),
                Map.of(Weeks.W46.sunday(), MADE.plusSeconds(2 * 86_400)),
                Map.of());

        assertThat(corrections)
                .containsExactly(
                        new Correction(THURSDAY, LocalDate.parse("2026-11-17"), Reason.RESTATED),
                        new Correction(THURSDAY.plusDays(1), LocalDate.parse("2026-11-19"), Reason.RESTATED),
                        new Correction(Weeks.W46.sunday(), LocalDate.parse("2026-11-20"), Reason.PUBLISHED_LATE));
    }
}

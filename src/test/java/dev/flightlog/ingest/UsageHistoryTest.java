package dev.flightlog.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.ingest.UsageHistory.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which reports are read next. */
class UsageHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final LocalDate ALL = LocalDate.EPOCH;

    @Test
    void aNewOrganizationStartsWithThe28DayReports() {
        List<Wanted> wanted = UsageHistory.next(List.of(), NOW, ALL);

        assertThat(wanted.getFirst()).isEqualTo(new Wanted(ReportKind.ORGANIZATION_28_DAY, TODAY));
        assertThat(wanted.subList(1, 31)).allMatch(report -> report.kind() == ReportKind.USER_TEAMS_1_DAY);
        assertThat(wanted.get(31)).isEqualTo(new Wanted(ReportKind.USERS_28_DAY, TODAY));
        assertThat(wanted.get(32)).isEqualTo(new Wanted(ReportKind.USERS_1_DAY, LocalDate.parse("2026-11-19")));
        assertThat(wanted).doesNotHaveDuplicates();
    }

    @Test
    void historyGoesBackToTheFirstDayGitHubHas() {
        List<Wanted> wanted = UsageHistory.next(List.of(), NOW, ALL);

        assertThat(wanted.getLast()).isEqualTo(new Wanted(ReportKind.REPOS_1_DAY, UsageHistory.FIRST_DAY));
        assertThat(UsageHistory.oldest(LocalDate.parse("2027-03-01"), ALL)).isEqualTo("2026-03-01");
    }

    @Test
    void noDayThatRetentionWouldErase() {
        LocalDate keepFrom = LocalDate.parse("2026-11-01");

        assertThat(UsageHistory.next(List.of(), NOW, keepFrom))
                .noneMatch(report -> report.day().isBefore(keepFrom));
    }

    @Test
    void onlyGapsAndDaysThatAreStillSettling() {
        List<LedgerEntry> ledger = complete();
        ledger.removeIf(
                entry -> entry.kind() == ReportKind.USERS_1_DAY && entry.day().equals(LocalDate.parse("2026-03-03")));

        assertThat(UsageHistory.next(ledger, NOW, ALL))
                .filteredOn(report -> report.day().isBefore(TODAY.minusDays(5)))
                .containsExactly(new Wanted(ReportKind.USERS_1_DAY, LocalDate.parse("2026-03-03")));
        assertThat(UsageHistory.next(ledger, NOW, ALL)).hasSize(5 * 4 + 1);
    }

    @Test
    void aSettlingDayIsReadOnceADay() {
        List<LedgerEntry> ledger = complete();

        assertThat(UsageHistory.next(ledger, NOW.minus(Duration.ofHours(10)), ALL))
                .isEmpty();
    }

    @Test
    void aDayWithoutDataIsAskedForAgainUntilItIsHopeless() {
        List<LedgerEntry> ledger = complete();
        ledger.replaceAll(entry -> entry.kind() == ReportKind.REPOS_1_DAY ? noData(entry.day()) : entry);

        assertThat(UsageHistory.next(ledger, NOW, ALL))
                .filteredOn(report -> report.kind() == ReportKind.REPOS_1_DAY)
                .extracting(Wanted::day)
                .first()
                .isEqualTo(TODAY.minusDays(1));
        assertThat(UsageHistory.next(ledger, NOW, ALL))
                .filteredOn(report -> report.kind() == ReportKind.REPOS_1_DAY)
                .hasSize(28);
    }

    @Test
    void aDayThatWasLastReadWhileItSettledIsReadAgainHoweverLongAgoThatWas() {
        LocalDate day = TODAY.minusDays(40);
        List<LedgerEntry> ledger = completeBut(day, LedgerEntry.Outcome.IMPORTED, dayAfter(day), null);

        assertThat(UsageHistory.next(ledger, NOW, ALL)).contains(new Wanted(ReportKind.USERS_1_DAY, day));
        assertThat(UsageHistory.next(
                        completeBut(day, LedgerEntry.Outcome.IMPORTED, dayAfter(day.plusDays(4)), null), NOW, ALL))
                .doesNotContain(new Wanted(ReportKind.USERS_1_DAY, day));
    }

    @Test
    void aLastReadingThatBroughtNothingDoesNotSettleADay() {
        LocalDate day = TODAY.minusDays(40);
        List<LedgerEntry> ledger =
                completeBut(day, LedgerEntry.Outcome.IMPORTED, dayAfter(day.plusDays(4)), "GitHub answered 503");

        assertThat(UsageHistory.next(ledger, NOW, ALL)).contains(new Wanted(ReportKind.USERS_1_DAY, day));
    }

    @Test
    void aDayThatWasNotThereYetWhenReadingStoppedIsNotLost() {
        LocalDate day = TODAY.minusDays(40);
        List<LedgerEntry> ledger = completeBut(day, LedgerEntry.Outcome.NO_DATA, dayAfter(day), null);

        assertThat(UsageHistory.next(ledger, NOW, ALL)).contains(new Wanted(ReportKind.USERS_1_DAY, day));
    }

    @Test
    void aReportThatFailedIsAskedForAgainAfterAnHourHoweverOldItsDay() {
        LocalDate day = TODAY.minusDays(200);
        Wanted report = new Wanted(ReportKind.USERS_1_DAY, day);

        assertThat(UsageHistory.next(
                        completeBut(day, LedgerEntry.Outcome.FAILED, NOW.minus(Duration.ofMinutes(59)), "cut"),
                        NOW,
                        ALL))
                .doesNotContain(report);
        assertThat(UsageHistory.next(
                        completeBut(day, LedgerEntry.Outcome.FAILED, NOW.minus(Duration.ofMinutes(61)), "cut"),
                        NOW,
                        ALL))
                .contains(report);
    }

    private static Instant dayAfter(LocalDate day) {
        return day.plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    /** Everything was read yesterday, but for one day's users. */
    private static List<LedgerEntry> completeBut(
            LocalDate day, LedgerEntry.Outcome outcome, Instant attemptedAt, @Nullable String problem) {
        List<LedgerEntry> ledger = complete();
        ledger.replaceAll(
                entry -> entry.kind() == ReportKind.USERS_1_DAY && entry.day().equals(day)
                        ? entry(ReportKind.USERS_1_DAY, day, outcome, attemptedAt, problem)
                        : entry);
        return ledger;
    }

    /** Everything was read yesterday. */
    private static List<LedgerEntry> complete() {
        List<LedgerEntry> ledger = new ArrayList<>();
        for (LocalDate day = TODAY.minusDays(1); !day.isBefore(UsageHistory.FIRST_DAY); day = day.minusDays(1)) {
            for (ReportKind kind : ReportKind.values()) {
                if (kind.daily()) {
                    ledger.add(entry(kind, day, LedgerEntry.Outcome.IMPORTED));
                }
            }
        }
        ledger.add(entry(ReportKind.USERS_28_DAY, TODAY.minusDays(3), LedgerEntry.Outcome.IMPORTED));
        ledger.add(entry(ReportKind.ORGANIZATION_28_DAY, TODAY.minusDays(3), LedgerEntry.Outcome.IMPORTED));
        return ledger;
    }

    private static LedgerEntry noData(LocalDate day) {
        return entry(ReportKind.REPOS_1_DAY, day, LedgerEntry.Outcome.NO_DATA);
    }

    private static LedgerEntry entry(ReportKind kind, LocalDate day, LedgerEntry.Outcome outcome) {
        return entry(kind, day, outcome, NOW.minus(Duration.ofDays(1)), null);
    }

    private static LedgerEntry entry(
            ReportKind kind,
            LocalDate day,
            LedgerEntry.Outcome outcome,
            Instant attemptedAt,
            @Nullable String problem) {
        return new LedgerEntry(
                kind,
                day,
                day.minusDays(kind.days() - 1L),
                outcome,
                outcome == LedgerEntry.Outcome.IMPORTED ? "digest" : null,
                false,
                1,
                1,
                1,
                attemptedAt,
                null,
                null,
                problem);
    }
}

package dev.flightlog.summary.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.Biller;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.Months;
import dev.flightlog.cost.PoolUse;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatState;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.ActiveDay;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Breakdown.Part;
import dev.flightlog.summary.Coverage;
import dev.flightlog.summary.Coverage.Correction;
import dev.flightlog.summary.Coverage.Reason;
import dev.flightlog.summary.CreditFigures;
import dev.flightlog.summary.NeedsDecision;
import dev.flightlog.summary.Neighbors;
import dev.flightlog.summary.Phase;
import dev.flightlog.summary.Provenance;
import dev.flightlog.summary.Rendered;
import dev.flightlog.summary.SeatFigures;
import dev.flightlog.summary.SeatFigures.IdleSeats;
import dev.flightlog.summary.TeamFigures;
import dev.flightlog.summary.WeekFigures;
import dev.flightlog.summary.count.PhaseGroups;
import dev.flightlog.support.Golden;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryMarkdownTest {
    @Test
    void whereABudgetStopsUseNoDollarsBeyondItAreForetold() {
        Weeks.Builder week = Weeks.normal();
        week.credits = new CreditFigures(
                new BigDecimal("31204.4"),
                LocalDate.parse("2026-11-17"),
                Biller.ORGANIZATION,
                50_000L,
                new BigDecimal("58310"),
                null,
                null,
                0L,
                List.of(),
                null);

        assertThat(MoneyLine.render(week.build()))
                .endsWith("on course for 58,310 by Nov 30, 8,310 beyond that, but use stops at the pool's end.");
    }

    @Test
    void normalWeek() {
        SummaryText text = golden("normal-week", Weeks.normal());

        assertThat(text.title()).isEqualTo("Copilot weekly · acme · 2026-W46 (Nov 9 – 15)");
        assertThat(text.body())
                .startsWith("<!-- flightlog:summary 2026-W46 -->\n")
                .contains("3 teams hidden");
    }

    @Test
    void commandsStartAsThePolicySays() {
        var week = Weeks.normal();
        week.provenance = new Provenance(
                5, 30, "9f3c2ab417de00c4b1f2e7a6d5c4b3a291807f6e", "/fl", "1.0.0", KnownDefects.in(Weeks.W46));
        week.teams = Weeks.teams(week.teams.shown(), 3);
        week.decisions = List.of(
                new NeedsDecision.MetricsPolicyOff(),
                new NeedsDecision.PermissionMissing("members"),
                new NeedsDecision.SeatBudgetPassed(Weeks.usd(1140), Weeks.usd(1000)),
                new NeedsDecision.CreditBudgetPassed(new BigDecimal("31204.4"), 20_000, YearMonth.of(2026, 11)),
                new NeedsDecision.CreditBudgetInDanger(new BigDecimal("58310"), 50_000, YearMonth.of(2026, 12)),
                new NeedsDecision.Idle(Weeks.idle(3, 57, 2, 38)),
                new NeedsDecision.ReviewOver(16, 20, true),
                new NeedsDecision.TeamFell("mobile", "Mobile", 9, 5));

        assertThat(golden("other-prefix", week).body()).contains("`/fl help`").doesNotContain("`/copilot");
    }

    @Test
    void firstWeekHasNothingToCompareWith() {
        var week = Weeks.normal();
        week.weeks = List.of(Weeks.week(Weeks.W46, 4, 60, 41));
        week.coverage = new Coverage(
                Weeks.W46, Weeks.W46.days().skip(3).toList(), LocalDate.parse("2026-11-12"), List.of(), List.of());
        week.activeDays = Weeks.days(LocalDate.parse("2026-11-12"), 4);
        week.teams = Weeks.teams(
                List.of(Weeks.team("Payments", 14, 12, null, 6, 64, 190), Weeks.team("Web", 9, 8, null, 4, 33, 121)),
                1);
        week.decisions = List.of();
        week.neighbors = Neighbors.NONE;

        assertThat(golden("first-week", week).body())
                .contains("4 of 7 days", "data begin on Nov 12", "1 team hidden")
                .doesNotContain("Last week");
    }

    @Test
    void seatsThatWereNeverReadAreNotZero() {
        var week = Weeks.normal();
        unknown(week);
        week.teams = Weeks.teams(List.of(), 8);
        week.decisions = List.of(
                new NeedsDecision.SourceUnread("seats", "GitHub does not answer; reading is tried again by itself."));

        assertThat(golden("seats-never-read", week).body())
                .contains(
                        "Seats could not be read: GitHub does not answer; reading is tried again by itself.",
                        "8 teams hidden",
                        "Reading seats does not work")
                .doesNotContain(
                        "No seats are assigned", "none is idle", "beyond that", "included with the seats", "% of seats")
                .doesNotContain("fewer than 5 people in it");
    }

    @Test
    void oldSeatsHaveTheirDate() {
        var week = Weeks.normal();
        week.seatsKnown = new SeatsKnown.AsOf(LocalDate.parse("2026-10-19"));

        assertThat(golden("seats-as-of", week).body())
                .contains("in the last 30 days as of Oct 19", "a month as of Oct 19", "Seats by state as of Oct 19");
    }

    @Test
    void seatsOfAPlanThatIsNotNamedAreNotFree() {
        var week = Weeks.normal();
        week.seats = Weeks.seats(Map.of(SeatState.ACTIVE, 60), SeatPlan.UNKNOWN, Weeks.idle(0, 0, 0, 0));

        assertThat(SummaryMarkdown.render(week.build()).body())
                .contains("60 seats cost an unknown amount a month (GitHub does not name the plan of 60, so that their"
                        + " price is not known)");
    }

    /** It was posted while seats could not be read; once they are read it says what is so. */
    @Test
    void aPostWithOldSeatsTakesThoseThatAreReadThen() {
        var fresh = Weeks.normal();
        var old = Weeks.normal();
        old.seatsKnown = new SeatsKnown.AsOf(LocalDate.parse("2026-10-19"));

        assertThat(fresh.build().withMomentOf(old.build()).seatsKnown()).isEqualTo(new SeatsKnown.Fresh());
        assertThat(old.build().withMomentOf(fresh.build()).seatsKnown())
                .as("what was known when it was posted stays")
                .isEqualTo(new SeatsKnown.Fresh());
    }

    @Test
    void weeksThatCouldNotBePostedAreNamedInTheNextPost() {
        var week = Weeks.normal();
        week.neighbors = new Neighbors(
                new Neighbors.Neighbor(
                        Weeks.W46.minusWeeks(3), URI.create("https://github.com/acme/copilot-governance/issues/9")),
                null);

        assertThat(SummaryMarkdown.render(week.build()).body())
                .contains("No post: 2026-W44, 2026-W45, whose data came too late; see `/copilot summary 2026-W45`");
        assertThat(SummaryMarkdown.render(Weeks.normal().build()).body()).doesNotContain("No post");
    }

    /** Suppressed or missing: below the axis, where nothing is drawn, and a word about it; nothing before it is cut off. */
    @Test
    void theChartHasAGapForADayThatIsNotKnown() {
        var week = Weeks.normal();
        week.activeDays = week.activeDays.stream()
                .filter(day -> !day.day().equals(LocalDate.parse("2026-11-08")))
                .toList();

        assertThat(SummaryMarkdown.render(week.build()).body())
                .contains("Active users by day, Sep 21 – Nov 15", "the chart has no bar there")
                .containsPattern("bar \\[(\\d+, ){48}-4, (\\d+, ){6}\\d+]");
        assertThat(SummaryMarkdown.render(Weeks.normal().build()).body()).doesNotContain("has no bar");
    }

    @Test
    void aRangeThatIsWrittenAlikeIsNone() {
        var week = Weeks.normal();
        week.weeks = week.weeks.stream()
                .map(each -> Weeks.week(
                        each.week(), 7, each.seats(), 4_000 + each.week().week() % 2))
                .toList();

        assertThat(SummaryMarkdown.render(week.build()).body()).doesNotContainPattern("(\\d+\\.\\d %) – \\1");
    }

    private static void unknown(Weeks.Builder week) {
        week.seatsKnown = new SeatsKnown.NeverRead("GitHub does not answer; reading is tried again by itself.");
        week.seats = null;
        week.weeks = List.of(Weeks.week(Weeks.W46, 7, null, 47));
        week.credits = new CreditFigures(
                new BigDecimal("31204.4"),
                LocalDate.parse("2026-11-17"),
                Biller.ORGANIZATION,
                null,
                new BigDecimal("58310"),
                null,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void emptyOrganization() {
        var week = Weeks.normal();
        week.organization = "newborn";
        week.weeks = List.of(new WeekFigures(Weeks.W46, 7, 0, 0, 0, 0, 0, 0L, 0L, BigDecimal.ZERO, null, null, 0));
        week.seats = new SeatFigures(0, Map.of(), Map.of(), Map.of(), IdleSeats.NONE, null, null);
        week.credits =
                new CreditFigures(BigDecimal.ZERO, null, Biller.UNKNOWN, 0L, null, null, null, null, List.of(), null);
        week.decisions = List.of();
        week.teams = TeamFigures.NONE;
        week.breakdowns = List.of();
        week.phases = List.of();
        week.activeDays = List.of();
        week.neighbors = Neighbors.NONE;
        week.provenance = new Provenance(5, 30, null, "/copilot", "1.0.0", KnownDefects.in(Weeks.W46));

        assertThat(golden("empty-organization", week).body()).contains("No seats are assigned");
    }

    @Test
    void tinyOrganizationHidesAllTeams() {
        var week = Weeks.normal();
        week.weeks = List.of(Weeks.week(Weeks.W46.previous(), 7, 4, 3), Weeks.week(Weeks.W46, 7, 4, 4));
        week.seats =
                Weeks.seats(Map.of(SeatState.ACTIVE, 3, SeatState.IDLE, 1), SeatPlan.BUSINESS, Weeks.idle(1, 19, 0, 0));
        week.phases = PhaseGroups.of(
                List.of(new Phase(0, "No Cohort", 1, 0), new Phase(1, "Phase 1", 3, 3), new Phase(2, "Phase 2", 0, 0)),
                5);
        week.credits = new CreditFigures(
                new BigDecimal("911"),
                LocalDate.parse("2026-11-17"),
                Biller.ORGANIZATION,
                7_600L,
                new BigDecimal("1700"),
                null,
                null,
                null,
                List.of(),
                null);
        week.decisions = List.of(new NeedsDecision.Idle(Weeks.idle(1, 19, 0, 0)));
        week.teams = Weeks.teams(List.of(), 2);
        week.breakdowns = List.of();
        week.activeDays = Weeks.W46
                .days()
                .map(day -> new ActiveDay(day, day.getDayOfMonth() % 4))
                .toList();

        String body = golden("tiny-organization", week).body();
        assertThat(body)
                .contains("2 teams hidden", "1 is idle, removing it would save up to 19 USD a month")
                .doesNotContain("Adoption phases");
        assertThat(body.lines().filter(line -> line.startsWith("| Active users")))
                .singleElement()
                .asString()
                .doesNotContain("▲", "▼");
    }

    @Test
    void partialWeek() {
        var week = Weeks.normal();
        week.coverage = new Coverage(
                Weeks.W46, Weeks.W46.days().limit(6).toList(), LocalDate.parse("2025-12-12"), List.of(), List.of());
        var weeks = new java.util.ArrayList<>(week.weeks);
        weeks.set(7, Weeks.week(Weeks.W46, 6, 60, 46));
        weeks.set(1, Weeks.week(Weeks.W46.minusWeeks(6), 1, null, 5));
        week.weeks = weeks;

        week.phases = PhaseGroups.of(
                List.of(
                        new Phase(0, "No Cohort", 9, 2),
                        new Phase(1, "Phase 1", 21, 12),
                        new Phase(2, "Phase 2", 22, 15),
                        new Phase(3, "Phase 3", 3, 2)),
                5);

        String body = golden("partial-week", week).body();
        assertThat(body).contains("6 of 7 days", "complete to Nov 14", "No phase, 3: several agents (together)");
        assertThat(body.lines().filter(line -> line.startsWith("| Active users")))
                .singleElement()
                .asString()
                .as("weeks of different length are not compared")
                .contains("| – |")
                .as("weeks of which days are missing are neither low nor the lowest")
                .contains("| ▅·▅▆▇▇█· 24 – 44 |");
        assertThat(body.lines().filter(line -> line.startsWith("| Seats")))
                .singleElement()
                .asString()
                .as("seats are counted at one moment")
                .contains("▲ +1")
                .endsWith("█ 56 – 60 |");
    }

    @Test
    void restatedAfterItWasPosted() {
        var week = Weeks.normal();
        week.coverage = new Coverage(
                Weeks.W46,
                Weeks.W46.days().toList(),
                LocalDate.parse("2025-12-12"),
                List.of(LocalDate.parse("2026-11-13"), LocalDate.parse("2026-11-12")),
                List.of(
                        new Correction(LocalDate.parse("2026-11-12"), LocalDate.parse("2026-11-19"), Reason.RESTATED),
                        new Correction(LocalDate.parse("2026-11-13"), LocalDate.parse("2026-11-19"), Reason.RESTATED),
                        new Correction(
                                LocalDate.parse("2026-11-15"), LocalDate.parse("2026-11-19"), Reason.PUBLISHED_LATE)));

        assertThat(golden("restated", week).body())
                .contains("GitHub restated the figures of Nov 12 and Nov 13, and the figures of Nov 15 came;");
    }

    @Test
    void hugeOrganization() {
        var week = Weeks.normal();
        week.weeks =
                List.of(Weeks.week(Weeks.W46.previous(), 7, 9_980, 8_011), Weeks.week(Weeks.W46, 7, 10_012, 8_140));
        week.teams = Weeks.teams(
                IntStream.rangeClosed(1, 300)
                        .mapToObj(i -> Weeks.team(
                                "Département n° %03d – *l'équipe* [des] longs_noms & |barres|, produits et services"
                                        .formatted(i),
                                20 + i % 40,
                                12 + i % 9,
                                11 + i % 8,
                                5,
                                44,
                                130))
                        .toList(),
                41);
        week.breakdowns = List.of(Breakdown.of(
                Dimension.LANGUAGE,
                IntStream.rangeClosed(1, 80)
                        .mapToObj(i -> new Part("language-" + i, 0, 90_000 / i, 400_000 / i))
                        .toList()));
        week.decisions = IntStream.rangeClosed(1, 9)
                .<NeedsDecision>mapToObj(i -> new NeedsDecision.TeamFell("team-" + i, "Team " + i, 20 + i, 10))
                .toList();

        week.seats = Weeks.seats(
                Map.of(SeatState.ACTIVE, 8_702, SeatState.NEW, 310, SeatState.IDLE, 1_000),
                SeatPlan.BUSINESS,
                Weeks.idle(12, 228, 988, 18_772));
        week.credits = new CreditFigures(
                new BigDecimal("5120004.2"),
                LocalDate.parse("2026-11-17"),
                Biller.ORGANIZATION,
                19_022_800L,
                new BigDecimal("9310000"),
                null,
                null,
                null,
                List.of(),
                null);

        String body = golden("huge", week).body();
        assertThat(body).contains("| 60 others |", "4 more teams fell", "300 teams shown, 41 teams hidden");
        assertThat(Rendered.of(body).rows()).contains(301);
    }

    @Test
    void teamsThatDoNotFitAreCutAtARowAndTheRestOfThePostStays() {
        var week = Weeks.normal();
        week.teams = Weeks.teams(
                IntStream.rangeClosed(1, 2_000)
                        .mapToObj(i -> Weeks.team("Team & Töchter number " + i, 20, 12, 11, 5, 44, 130))
                        .toList(),
                1);

        String body = SummaryMarkdown.render(week.build()).body();

        Rendered.of(body);
        assertThat(body).containsPattern("… [\\d,]+ more teams, cut at GitHub's limit");
        assertThat(body).contains("How these numbers are made").endsWith("Questions: comment `/copilot help`\n");
        assertThat(body.length()).isGreaterThan(65_000);
    }

    @Test
    void hostileNamesNotifyNobodyAndBreakNothing() {
        String name = "a|b @all <script>alert(1)</script> \u202Eevil\u200B \u05E9\u05DC\u05D5\u05DD `x` **y** #1"
                + " https://evil.example";
        var week = Weeks.normal();
        week.organization = "ac|me @everyone";
        week.teams = Weeks.teams(
                List.of(
                        Weeks.team(name, 9, 8, 7, 1, 2, 3),
                        Weeks.team("x".repeat(100), 9, 8, 7, 1, 2, 3),
                        Weeks.team("@acme/owners\n| a | b |", 9, 8, 7, 1, 2, 3)),
                2);
        week.breakdowns = List.of(
                Breakdown.of(Dimension.LANGUAGE, List.of(new Part(name, 0, 10, 3), new Part("c++ | c#", 0, 5, 2))),
                Breakdown.of(Dimension.MODEL, List.of(new Part("</details><img src=x>", 3, 10, 3))));
        week.decisions = List.of(
                new NeedsDecision.TeamFell("a`b`@ops", name, 20, 3), new NeedsDecision.PermissionMissing("`|` @x"));
        week.phases = List.of(new Phase(7, "Phase 7 @ada | <b>", 12, null));
        week.mentions = List.of("@x <script>", "not a mention");

        golden("hostile-names", week);
    }

    @Test
    void enterprisePlan() {
        var week = Weeks.normal();
        PoolUse use = Months.of(
                        Months.credits(234_000, new BigDecimal("31204.4"), new BigDecimal("58310")),
                        Months.billed(new BigDecimal("31204.4"), "287.31"))
                .poolUse();
        week.seats = Weeks.seats(
                Map.of(SeatState.ACTIVE, 55, SeatState.SIGNED_IN, 4, SeatState.IDLE, 1),
                SeatPlan.ENTERPRISE,
                Weeks.idle(0, 0, 1, 39, use));
        week.credits = new CreditFigures(
                new BigDecimal("31204.4"),
                LocalDate.parse("2026-11-17"),
                Biller.ORGANIZATION,
                234_000L,
                new BigDecimal("58310"),
                null,
                new BigDecimal("287.31"),
                null,
                Weeks.models(),
                null);
        week.decisions = List.of(new NeedsDecision.Idle(Weeks.idle(0, 0, 1, 39, use)));

        assertThat(golden("enterprise-plan", week).body())
                .contains("60 Copilot Enterprise seats at 39 USD", "GitHub's billing report says 287.31 USD")
                .contains("would save nothing now")
                .doesNotContain("would save up to");
    }

    @Test
    void enterpriseIsBilled() {
        var week = Weeks.normal();
        PoolUse use = new PoolUse.SharedWithEnterprise();
        week.seats = Weeks.seats(
                Map.of(SeatState.ACTIVE, 55, SeatState.IDLE, 5), SeatPlan.BUSINESS, Weeks.idle(3, 57, 2, 38, use));
        week.credits = new CreditFigures(
                new BigDecimal("131204.4"),
                LocalDate.parse("2026-11-17"),
                Biller.ENTERPRISE,
                114_000L,
                new BigDecimal("198310"),
                null,
                null,
                null,
                List.of(),
                null);
        week.decisions = List.of(new NeedsDecision.Idle(Weeks.idle(3, 57, 2, 38, use)));

        assertThat(golden("enterprise-billed", week).body())
                .contains("if the enterprise's credits are not used up")
                .doesNotContain("of the pool", "114,000", "beyond");
    }

    /** A week of November is posted in December: its money is November's, and warnings name their month. */
    @Test
    void aMonthThatIsOverIsToldAgainstPoolAndBudget() {
        var week = Weeks.normal();
        week.credits = new CreditFigures(
                new BigDecimal("23839"),
                LocalDate.parse("2026-11-30"),
                Biller.ORGANIZATION,
                22_800L,
                null,
                20_000L,
                null,
                null,
                List.of(),
                null);
        week.decisions = List.of(
                new NeedsDecision.CreditBudgetPassed(new BigDecimal("23839"), 20_000, YearMonth.of(2026, 11)),
                new NeedsDecision.CreditBudgetInDanger(new BigDecimal("26050"), 20_000, YearMonth.of(2026, 12)));

        assertThat(SummaryMarkdown.render(week.build()).body())
                .contains("AI credits, Nov 1 – 30: 23,839 of the 22,800 included with the seats (104.5\u00A0%), 1,039"
                        + " beyond that (10.39 USD), 119.1\u00A0% of the policy's budget of 20,000.")
                .contains("**AI credits are over budget**: 23,839 used in November, budget 20,000.")
                .contains(
                        "**AI credits are on course over the budget**: 26,050 by the end of December, budget 20,000.");
    }

    /** Once the bill has the last days, it is not told as if more were to come. */
    @Test
    void onlyABillThatStillMovesIsToldSoFar() {
        assertThat(moneyOfNovember(true)).contains("; GitHub's billing report says 10.39 USD for credits beyond");
        assertThat(moneyOfNovember(false))
                .contains("; GitHub's billing report says 10.39 USD so far for credits beyond");
    }

    private static String moneyOfNovember(boolean billIsFinal) {
        var week = Weeks.normal();
        week.credits = new CreditFigures(
                new BigDecimal("23839"),
                LocalDate.parse("2026-11-30"),
                Biller.ORGANIZATION,
                22_800L,
                null,
                null,
                new BigDecimal("10.39"),
                null,
                List.of(),
                null,
                new CreditFigures.Outlook(null, CreditMonth.Pace.KNOWN, !billIsFinal, false, billIsFinal));
        return SummaryMarkdown.render(week.build()).body();
    }

    /** The week of the month's last days goes on into the next: its post says how the one before ended. */
    @Test
    void aMonthThatEndedInTheWeekIsToldBesideTheOneThatRuns() {
        var week = Weeks.normal();
        week.credits = new CreditFigures(
                new BigDecimal("4100"),
                LocalDate.parse("2026-12-04"),
                Biller.ORGANIZATION,
                114_000L,
                new BigDecimal("161000"),
                100_000L,
                BigDecimal.ZERO,
                null,
                List.of(),
                new CreditFigures.EndedMonth(
                        YearMonth.of(2026, 11),
                        new BigDecimal("141293.2"),
                        true,
                        Biller.ORGANIZATION,
                        90_000L,
                        100_000L,
                        new BigDecimal("512.93"),
                        null));

        assertThat(SummaryMarkdown.render(week.build()).body())
                .contains("AI credits, Dec 1 – 4: 4,100 of the 114,000 included with the seats (3.5\u00A0%), on course"
                        + " for 161,000 by Dec 31, 47,000 beyond that (470 USD). November ended with 141,293 AI"
                        + " credits of the 90,000 included with the seats (156.9\u00A0%), 51,293 beyond that,"
                        + " 141.2\u00A0% of the policy's budget of 100,000; GitHub billed 512.93 USD beyond"
                        + " the pool.")
                .doesNotContain("billing report says 0 USD");
    }

    @Test
    void budgetExceeded() {
        var week = Weeks.normal();
        week.decisions = List.of(
                new NeedsDecision.MetricsPolicyOff(),
                new NeedsDecision.PermissionMissing("organization_copilot_seat_management"),
                new NeedsDecision.SeatBudgetPassed(Weeks.usd(1140), Weeks.usd(1000)),
                new NeedsDecision.CreditBudgetPassed(new BigDecimal("31204.4"), 30_000, null),
                new NeedsDecision.Idle(Weeks.idle(5, 95, 0, 0)));

        assertThat(golden("budget-exceeded", week).body()).contains("140 USD over the budget of 1,000 USD");
    }

    @Test
    void allGood() {
        var week = Weeks.normal();
        week.seats = Weeks.seats(Map.of(SeatState.ACTIVE, 59, SeatState.NEW, 1), SeatPlan.BUSINESS, IdleSeats.NONE);
        week.decisions = List.of();
        week.teams = Weeks.teams(week.teams.shown(), 0);
        week.mentions = List.of();

        assertThat(golden("all-good", week).body()).contains("Nothing needs a decision this week.");
    }

    @Test
    void mentionsOnlyWhomThePolicyLists() {
        var week = Weeks.normal();
        week.mentions = List.of("@acme/platform", "@ada", "@ada_acme");

        assertThat(SummaryMarkdown.render(week.build()).body()).endsWith("\n\nFor @acme/platform @ada @ada_acme\n");
        assertThat(SummaryMarkdown.answer(week.build())).doesNotContain("@ada", "flightlog:summary");
    }

    private static SummaryText golden(String name, Weeks.Builder week) {
        SummaryText text = SummaryMarkdown.render(week.build());
        Golden.assertMatches("summary/" + name + ".md", text.body());
        Rendered.of(text.body());
        return text;
    }
}

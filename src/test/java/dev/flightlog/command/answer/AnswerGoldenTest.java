package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.CommandLogStore;
import dev.flightlog.command.Decision.Refusal;
import dev.flightlog.command.Decision.Refused;
import dev.flightlog.command.Outcome;
import dev.flightlog.command.parse.Command;
import dev.flightlog.command.parse.CommandParser;
import dev.flightlog.command.parse.CommandRegistry;
import dev.flightlog.command.parse.ParseResult;
import dev.flightlog.command.refresh.RefreshMarkdown;
import dev.flightlog.command.refresh.RefreshProgress;
import dev.flightlog.copilot.Budget;
import dev.flightlog.copilot.CreditBill.Billed;
import dev.flightlog.copilot.CreditBill.OfModel;
import dev.flightlog.cost.Biller;
import dev.flightlog.cost.Billing;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.CreditDay;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.GitHubBudgets;
import dev.flightlog.cost.HeldSeats;
import dev.flightlog.cost.IdleSaving;
import dev.flightlog.cost.MoneyRules;
import dev.flightlog.cost.Months;
import dev.flightlog.cost.PoolUse;
import dev.flightlog.cost.SavingCells;
import dev.flightlog.digest.DigestStatus;
import dev.flightlog.directory.Team;
import dev.flightlog.github.rest.RateBudgets;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceProblem;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.jobs.JobStore;
import dev.flightlog.policy.Policy;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.Exemption;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatDecisions;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatPart;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.seat.SeatState;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.support.Golden;
import dev.flightlog.usage.PersonUsage;
import dev.flightlog.usage.TeamWeek;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each answer and each refusal, word for word. */
class AnswerGoldenTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final SeatRules RULES = new SeatRules(
            Duration.ofDays(30),
            Duration.ofDays(14),
            List.of(new Exemption.ForUser(
                    "grace", Optional.of(LocalDate.of(2027, 1, 31)), Optional.of("parental leave"))),
            Map.of());

    private static final DecidedSeat ACTIVE = seat(1, "ada", null, "2026-11-17T15:00:00Z", "2026-11-17T08:00:00Z");
    private static final DecidedSeat EXEMPT = seat(2, "grace", "platform", null, null);
    private static final DecidedSeat IDLE = seat(3, "linus-acme", null, "2026-08-02T15:00:00Z", "2026-08-01T08:00:00Z");
    private static final DecidedSeat SIGNED_IN = seat(4, "barbara", "core", null, "2026-11-10T08:00:00Z");
    private static final DecidedSeat NEVER_USED = seat(5, "dee", "core", null, null);

    @Test
    void helpForAnAdmin() {
        golden("help-admin", HelpAnswer.render(new Command.Help(Optional.empty()), Questions.admin()));
    }

    @Test
    void helpForAMember() {
        golden(
                "help-member",
                HelpAnswer.render(new Command.Help(Optional.empty()), Questions.member()),
                Questions.member());
    }

    @Test
    void helpWithAnotherPrefix() {
        CommandContext question =
                Questions.with(Questions.admin(), Questions.policy("version: 1\ncommands:\n  prefix: /fl\n"));
        golden("help-other-prefix", HelpAnswer.render(new Command.Help(Optional.empty()), question), question);
    }

    @Test
    void helpWithOneCommand() {
        golden("help-seats", HelpAnswer.render(new Command.Help(Optional.of("seats")), Questions.admin()));
    }

    @Test
    void helpWithACommandThatIsForAdmins() {
        golden(
                "help-refused",
                HelpAnswer.render(new Command.Help(Optional.of("seats")), Questions.member()),
                Questions.member());
    }

    @Test
    void helpWithNumbers() {
        golden("help-numbers", HelpAnswer.render(new Command.Help(Optional.of("numbers")), Questions.admin()));
    }

    @Test
    void theDefaultPolicy() {
        golden("policy-defaults", PolicyAnswer.render(Questions.member()), Questions.member());
    }

    @Test
    void aPolicyThatNamesPeopleInPublic() {
        String yaml = """
            version: 1
            summary:
              mention: ["@acme/platform"]
            seats:
              exempt:
                - user: grace
                  reason: parental leave
            privacy:
              min_team_size: 8
            """;
        CommandContext question = Questions.with(Questions.admin(), Questions.policy(yaml));
        golden("policy-private", PolicyAnswer.render(question), question);
        CommandContext open = Questions.inPublic(question);
        golden("policy-public", PolicyAnswer.render(open), open);
    }

    @Test
    void aBrokenPolicy() {
        CommandContext question =
                Questions.with(Questions.admin(), Questions.broken("version: 1\nseats:\n  idel_after: 30d\n"));
        golden("policy-broken", PolicyAnswer.render(question), question);
    }

    @Test
    void ownSeatInUse() {
        golden("me-active", PersonMarkdown.render(Optional.empty(), Optional.of(ACTIVE), usage(), Questions.admin()));
    }

    @Test
    void ownSeatThatIsExempt() {
        CommandContext open = Questions.inPublic(Questions.member());
        golden("me-exempt-public", PersonMarkdown.render(Optional.empty(), Optional.of(EXEMPT), null, open), open);
    }

    @Test
    void noSeat() {
        golden(
                "me-without-seat",
                PersonMarkdown.render(Optional.empty(), Optional.empty(), nothingUsed(), Questions.member()),
                Questions.member());
    }

    @Test
    void anotherPersonsIdleSeat() {
        golden(
                "user-idle",
                PersonMarkdown.render(Optional.of("linus-acme"), Optional.of(IDLE), nothingUsed(), Questions.admin()));
    }

    @Test
    void aPersonWhoOnlySignedIn() {
        golden(
                "user-signed-in",
                PersonMarkdown.render(
                        Optional.of("barbara"), Optional.of(SIGNED_IN), nothingUsed(), Questions.admin()));
    }

    @Test
    void allSeats() {
        List<DecidedSeat> all = List.of(EXEMPT, NEVER_USED, SIGNED_IN, IDLE, ACTIVE);
        golden(
                "seats-all",
                SeatsMarkdown.render(
                        new Command.Seats(Set.of(), SeatOrder.LONGEST_UNUSED_FIRST, 3),
                        new SeatPart(5, all.subList(0, 3)),
                        overview(all),
                        saving(all),
                        Questions.admin()));
    }

    @Test
    void idleSeatsInPublic() {
        List<DecidedSeat> all = List.of(EXEMPT, NEVER_USED, SIGNED_IN, IDLE, ACTIVE);
        CommandContext open = Questions.inPublic(Questions.admin());
        golden(
                "seats-idle-public",
                SeatsMarkdown.render(
                        new Command.Seats(SeatState.IDLE_SPEND, SeatOrder.LONGEST_UNUSED_FIRST, 50),
                        new SeatPart(2, List.of()),
                        overview(all),
                        saving(all),
                        open),
                open);
    }

    @Test
    void costOfThisMonth() {
        CommandContext question = Questions.with(
                Questions.admin(),
                Questions.policy("version: 1\nbudget:\n  seats_usd_per_month: 50\n  ai_credits_per_month: 90000\n"));
        golden(
                "cost-running",
                CostMarkdown.render(cost(Billing.UNKNOWN), YearMonth.of(2026, 11), question, CostDetail.NONE),
                question);
    }

    /** What asks for nothing takes one line, and what is near its end a line each. */
    @Test
    void limitsFarFromTheirEndShareALine() {
        SeatOverview seats = overview(List.of(ACTIVE));
        CostOfMonth quiet = withBudgets(Months.of(
                seats,
                Months.credits(100_000, BigDecimal.valueOf(27_400), BigDecimal.valueOf(41_000)),
                Billing.ofOrganization(BigDecimal.ZERO)));
        CostOfMonth onCourse = withBudgets(Months.of(
                seats,
                Months.credits(100_000, BigDecimal.valueOf(60_000), BigDecimal.valueOf(90_000)),
                Billing.ofOrganization(BigDecimal.ZERO)));

        Assertions.assertThat(CostLimitsMarkdown.limits(quiet, Questions.admin(), true))
                .isEqualTo("- Below 75\u00A0%, and not on course for it: the month's pool of AI credits (27.4\u00A0%),"
                        + " GitHub's budget for AI credits beyond the pool (0\u00A0%), GitHub's budget for each"
                        + " person's AI credits.\n\n");
        Assertions.assertThat(CostLimitsMarkdown.limits(onCourse, Questions.admin(), true)
                        .lines()
                        .toList())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("- 60\u00A0% of the month's pool of AI credits is used: 60,000 of 100,000, on course for"
                        + " 90,000 by Nov 30. ");
    }

    private static CostOfMonth withBudgets(CostOfMonth cost) {
        return new CostOfMonth(
                cost.known(),
                cost.seats(),
                cost.held(),
                cost.credits(),
                cost.billing(),
                new GitHubBudgets.Known(
                        List.of(
                                budget("b-1", Budget.Scope.ORGANIZATION, 50),
                                budget("b-2", Budget.Scope.MULTI_USER_CUSTOMER, 40)),
                        Questions.NOW,
                        Map.of()),
                Optional.of(BigDecimal.ONE));
    }

    private static Budget budget(String id, Budget.Scope scope, long usd) {
        return new Budget(id, Budget.Type.BUNDLE, "ai_credits", scope, usd, true, true);
    }

    @Test
    void aProjectionPutsTheBudgetInDangerAndOnlyUsePassesIt() {
        Assertions.assertThat(creditBudget(10_000))
                .contains("- Budget for AI credits: 7,500 of 10,000, **75\u00A0% used, on course over it**: 15,000 by"
                        + " the end of the month");
        Assertions.assertThat(creditBudget(14_000))
                .contains("- Budget for AI credits: 7,500 of 14,000, **on course over it**: 15,000 by the end of the"
                        + " month");
        Assertions.assertThat(creditBudget(7_499)).contains("- Budget for AI credits: 7,500 of 7,499, **1 over**\n");
        Assertions.assertThat(creditBudget(15_000))
                .contains("- Budget for AI credits: 7,500 of 15,000, within budget\n");
    }

    @Test
    void aMonthThatIsOverIsJudgedByWhatWasUsed() {
        Assertions.assertThat(pastBudget(15, 10_000))
                .contains(
                        "**November 2026: 95 USD for 5 seats on Nov 30; AI credits: 15 of 30 days known.**",
                        "| AI credits of the whole month | – |",
                        "- Budget for AI credits: 7,500 of 10,000, within budget on the 15 of 30 days known\n");
        Assertions.assertThat(pastBudget(15, 7_499)).contains("- Budget for AI credits: 7,500 of 7,499, **1 over**\n");
        Assertions.assertThat(pastBudget(30, 10_000))
                .contains(
                        "**November 2026: 95 USD for 5 seats on Nov 30, 150 USD with AI credits.**",
                        "| AI credits of the whole month | 15,000 |",
                        "- Budget for AI credits: 15,000 of 10,000, **5,000 over**\n")
                .doesNotContain("known");
        Assertions.assertThat(pastBudget(30, 15_000))
                .contains("- Budget for AI credits: 15,000 of 15,000, within budget\n");
    }

    /** The first days of a month: a budget that is set is told also where nothing of it is known to be used. */
    @Test
    void aBudgetIsToldBeforeADayOfTheMonthIsKnown() {
        CommandContext question = Questions.with(
                Questions.admin(),
                Questions.policy("version: 1\nbudget: {seats_usd_per_month: 500, ai_credits_per_month: 200000}\n"));
        CostOfMonth nothingKnown = Months.of(
                new CreditMonth(
                        YearMonth.of(2026, 11),
                        BigDecimal.ZERO,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty()),
                NO_BILL);

        Assertions.assertThat(CostLimitsMarkdown.budgets(nothingKnown, question, true))
                .isEqualTo("- Budget for seats: 500 USD; the seats are not known\n"
                        + "- Budget for AI credits: 200,000; no day of the month is known yet\n\n");
        Assertions.assertThat(CostLimitsMarkdown.budgets(nothingKnown, question, false))
                .contains("- Budget for AI credits: 200,000; no day of the month is known\n");
        Assertions.assertThat(CostLimitsMarkdown.budgets(nothingKnown, Questions.admin(), true))
                .isEmpty();
    }

    /** The policy has changed since: 10,000 credits and 60 USD were the budgets then. */
    @Test
    void aMonthThatIsOverIsJudgedByThePolicyOfThen() {
        CommandContext question = Questions.with(
                Questions.admin(),
                Questions.policy("version: 1\nbudget: {seats_usd_per_month: 500, ai_credits_per_month: 90000}\n"));
        CostOfMonth past = pastCost(30, NO_BILL);
        CostOfMonth kept = new CostOfMonth(
                past.known(),
                past.seats(),
                past.held(),
                past.credits(),
                past.billing(),
                past.gitHubBudgets(),
                past.mostOfOnePerson(),
                Optional.of(new MoneyRules(
                        new Policy.Budget(Optional.of(BigDecimal.valueOf(60)), Optional.of(10_000L)), Map.of())),
                Optional.empty());

        Assertions.assertThat(answer(kept, 12, question))
                .contains(
                        "- Budget for seats: 95 USD of 60 USD, **35 USD over**",
                        "- Budget for AI credits: 15,000 of 10,000, **5,000 over**",
                        "Prices and budgets are the policy's of that month.");
        Assertions.assertThat(answer(past, 12, question))
                .contains(
                        "- Budget for seats: 95 USD of 500 USD, within budget",
                        "Prices and budgets are the policy's of today: those of that month were not kept.");
    }

    private static String answer(CostOfMonth cost, int runningMonth, CommandContext question) {
        return ReplyMarkdown.render(
                CostMarkdown.render(cost, YearMonth.of(2026, runningMonth), question, CostDetail.NONE), question);
    }

    private static String creditBudget(int credits) {
        return creditBudget(credits, cost(NO_BILL), 11);
    }

    private static String pastBudget(int daysKnown, int credits) {
        return creditBudget(credits, pastCost(daysKnown, NO_BILL), 12);
    }

    private static String creditBudget(int credits, CostOfMonth cost, int runningMonth) {
        CommandContext question = Questions.with(
                Questions.admin(), Questions.policy("version: 1\nbudget:\n  ai_credits_per_month: " + credits + "\n"));
        return answer(cost, runningMonth, question);
    }

    @Test
    void costOfAMonthThatIsOver() {
        CommandContext question = Questions.with(
                Questions.admin(), Questions.policy("version: 1\nbudget:\n  ai_credits_per_month: 10000\n"));
        golden(
                "cost-over-days-lack",
                CostMarkdown.render(pastCost(15, NO_BILL), YearMonth.of(2026, 12), question, CostDetail.NONE),
                question);
        golden(
                "cost-over-no-day",
                CostMarkdown.render(pastCost(0, NO_BILL), YearMonth.of(2026, 12), question, CostDetail.NONE),
                question);
        golden(
                "cost-over-only-billed",
                CostMarkdown.render(pastCost(0, Billing.of(bill())), YearMonth.of(2026, 12), question, CostDetail.NONE),
                question);
    }

    @Test
    void costWithABill() {
        golden(
                "cost-billed",
                CostMarkdown.render(
                        pastCost(30, Billing.of(bill())), YearMonth.of(2026, 12), Questions.admin(), CostDetail.NONE));
    }

    private static Billed bill() {
        return new Billed(
                YearMonth.of(2026, 11),
                new BigDecimal("12000"),
                new BigDecimal("120.00"),
                new BigDecimal("2500"),
                new BigDecimal("25.00"),
                List.of(
                        new OfModel("claude-sonnet-4.6", new BigDecimal("8200.5"), new BigDecimal("82.005")),
                        new OfModel("gpt-5.3", new BigDecimal("3300"), new BigDecimal("33")),
                        new OfModel("", new BigDecimal("499.5"), new BigDecimal("4.995"))));
    }

    @Test
    void costWithoutABill() {
        Map<Source, SourceStatus> readings = new EnumMap<>(Questions.readings());
        readings.put(
                Source.BILLING,
                Questions.reading(
                        Source.BILLING,
                        "2026-11-18T08:20:00Z",
                        SourceStatus.Outcome.NO_DATA,
                        "GitHub has no billing report for this organization (404): it is billed through its enterprise,"
                                + " or not on the enhanced billing platform.",
                        null));
        CommandContext question = Questions.withPermissions(
                Questions.with(Questions.admin(), readings), Map.of("organization_administration", "read"));
        golden(
                "cost-no-bill",
                CostMarkdown.render(cost(Billing.OF_ENTERPRISE), YearMonth.of(2026, 11), question, CostDetail.NONE),
                question);
    }

    @Test
    void seatsAsCsv() {
        List<DecidedSeat> seats = List.of(ACTIVE, SIGNED_IN, IDLE);
        golden(
                "csv-seats",
                CsvAnswer.seats(
                        new SeatPart(3, seats),
                        Questions.NOW,
                        "http://localhost:8080/api",
                        new SavingCells(
                                new PoolUse.Projected(BigDecimal.valueOf(9_500), BigDecimal.valueOf(8_600)),
                                SeatRules.DEFAULTS)));
    }

    @Test
    void aFormulaAndAFenceInCsv() {
        List<List<Object>> rows = List.of(List.of("=cmd|' /C calc'!A0", "a,\"b\"", "````"));
        golden("csv-hostile", CsvMarkdown.render("things", List.of("one", "two", "three"), rows, 1, "http://x"));
    }

    @Test
    void csvThatIsCut() {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < 600; row++) {
            rows.add(List.of(row, "x".repeat(120)));
        }
        Reply reply = CsvMarkdown.render(
                "seats",
                List.of("n", "x"),
                rows,
                10_000,
                "The API has them all: https://log.example/api/orgs/acme/seats.csv");
        Assertions.assertThat(ReplyMarkdown.render(reply, Questions.admin()))
                .hasSizeLessThan(65_000)
                .contains("506 of 10,000 rows of seats.", "Rows 1 to 250, with the header", "9,494 more rows")
                .endsWith("The API has them all: https://log.example/api/orgs/acme/seats.csv\n");
    }

    @Test
    void csvOfTeamsThatIsCutSaysWhereTheirDaysAre() {
        List<ShownTeamWeek> weeks = new ArrayList<>();
        for (int number = 0; number < 1_500; number++) {
            weeks.add(week("team-" + number, 46, 7, 11, 2_893));
        }
        Reply reply = TeamCsv.render(weeks, List.of(), "https://log.example/api/orgs/acme");
        Assertions.assertThat(ReplyMarkdown.render(reply, Questions.admin()))
                .endsWith("The API has one team at a time, by day:"
                        + " `https://log.example/api/orgs/acme/teams/{slug}/history?since=2026-11-09`, and lists the"
                        + " teams: https://log.example/api/orgs/acme/teams\n");
    }

    @Test
    void whoAskedWhat() {
        List<CommandLogStore.Line> lines = List.of(
                line("grace", "member", "team", "@acme/payments | `x` @everyone", Outcome.REFUSED, 1_240),
                line("ada", "admin", "status", "", Outcome.ANSWERED, 300),
                line("mallory", "outsider", "unknown", "", Outcome.NOT_A_MEMBER, 90));
        golden("audit", AuditAnswer.render(new Command.Audit(Optional.empty()), lines, 203, Questions.admin()));
        CommandContext open = Questions.inPublic(Questions.admin());
        golden("audit-public", AuditAnswer.render(new Command.Audit(Optional.empty()), lines, 3, open), open);
    }

    @Test
    void statusWhenAllIsWell() {
        golden(
                "status-well",
                StatusMarkdown.render(
                        Questions.admin(), new ServiceStatus(List.of(), Map.of(), null, List.of(), DigestStatus.OFF)));
    }

    @Test
    void whereAReportIsBrokenNotAllIsWell() {
        Map<Source, SourceStatus> readings = new EnumMap<>(Questions.readings());
        readings.put(
                Source.USAGE,
                new SourceStatus(
                        Source.USAGE,
                        Questions.NOW,
                        Questions.NOW.minus(Duration.ofDays(3)),
                        SourceStatus.Outcome.LATER,
                        null,
                        "A report is broken: users-1-day of 2026-11-15: row 1: user_id must be an id",
                        LocalDate.of(2026, 11, 15)));

        Assertions.assertThat(statusOf(readings))
                .contains("Waiting to be read again: usage.")
                .doesNotContain("All is well", "Nothing is wrong");
    }

    /** Whatever figures come from, and the posts; a bill that nobody lets be read is not missed. */
    @Test
    void whereAnySourceCouldNotBeReadTheLastTimeNotAllIsWell() {
        for (Source source : Source.values()) {
            Map<Source, SourceStatus> readings = new EnumMap<>(Questions.readings());
            readings.put(
                    source,
                    new SourceStatus(
                            source,
                            Questions.NOW,
                            Questions.NOW.minus(Duration.ofDays(1)),
                            SourceStatus.Outcome.LATER,
                            null,
                            "GitHub answers with 502.",
                            null));
            ServiceStatus quiet = new ServiceStatus(List.of(), Map.of(), null, List.of(), DigestStatus.OFF);
            CommandContext question = Questions.with(Questions.admin(), readings);
            CommandContext granted = Questions.withPermissions(
                    question,
                    Map.of(
                            "organization_administration", "read",
                            "members", "read",
                            "organization_copilot_seat_management", "read",
                            "organization_copilot_metrics", "read",
                            "issues", "write",
                            "discussions", "write",
                            "checks", "write",
                            "contents", "read",
                            "pull_requests", "read"));

            Assertions.assertThat(StatusSentence.of(granted, quiet))
                    .as(source.word())
                    .isEqualTo(
                            source == Source.POSTS
                                    ? "Posts wait for GitHub."
                                    : "Waiting to be read again: " + source.word() + ".");
            if (source == Source.BILLING) {
                Assertions.assertThat(StatusSentence.of(question, quiet)).isEqualTo("All is well.");
            }
        }
    }

    /** Where nothing waits and nothing was given up. */
    private static String statusOf(Map<Source, SourceStatus> readings) {
        return StatusMarkdown.render(
                        Questions.with(Questions.admin(), readings),
                        new ServiceStatus(List.of(), Map.of(), null, List.of(), DigestStatus.OFF))
                .toString();
    }

    /** As the check and the alert: nothing refuses, and yet nothing new comes. */
    @Test
    void whereNoNewDayCameForLongNotAllIsWell() {
        Map<Source, SourceStatus> readings = new EnumMap<>(Questions.readings());
        readings.put(
                Source.USAGE,
                Questions.reading(
                        Source.USAGE,
                        "2026-11-18T08:59:30Z",
                        SourceStatus.Outcome.READ,
                        null,
                        LocalDate.of(2026, 11, 12)));

        Assertions.assertThat(statusOf(readings))
                .contains("No new usage data since Nov 12.", "| usage | **no new data** |")
                .doesNotContain("All is well", "Nothing is wrong");
    }

    @Test
    void whileThePastIsReadNotAllIsWellAndAQuestionIsNotLate() {
        Map<Source, SourceStatus> readings = new EnumMap<>(Questions.readings());
        readings.put(
                Source.HISTORY,
                Questions.reading(
                        Source.HISTORY,
                        "2026-11-18T08:59:30Z",
                        SourceStatus.Outcome.LATER,
                        "317 days still to be read, the newest first.",
                        null));
        readings.remove(Source.BILLING);
        ServiceStatus service = new ServiceStatus(
                List.of(new JobStore.Waiting("command", 1, Questions.NOW.minusMillis(300))),
                Map.of(),
                null,
                List.of(),
                DigestStatus.OFF);
        golden("status-reading", StatusMarkdown.render(Questions.with(Questions.admin(), readings), service));

        readings.remove(Source.HISTORY);
        readings.remove(Source.POSTS);
        Reply before = StatusMarkdown.render(Questions.with(Questions.admin(), readings), service);
        Assertions.assertThat(before.toString())
                .contains("Nothing is wrong; older days are still to be read.")
                .contains("| history | follows the first load |", "| posts | nothing posted yet |");
    }

    @Test
    void statusInTrouble() {
        Map<Source, SourceStatus> readings = new EnumMap<>(Questions.readings());
        readings.put(
                Source.USAGE,
                Questions.reading(
                        Source.USAGE,
                        "2026-11-18T08:59:30Z",
                        SourceStatus.Outcome.ASK_A_PERSON,
                        "The policy \"Copilot usage metrics\" is off. An owner switches it on.",
                        LocalDate.of(2026, 11, 9)));
        readings.put(
                Source.SEATS,
                Questions.reading(
                        Source.SEATS,
                        "2026-11-18T07:00:00Z",
                        SourceStatus.Outcome.LATER,
                        "GitHub does not answer.",
                        null));
        readings.remove(Source.BILLING);
        CommandContext question = Questions.withPermissions(
                Questions.with(
                        Questions.with(Questions.admin(), readings), Questions.broken("version: 1\nbudget: 7\n")),
                Map.of("members", "read", "issues", "read"));
        ServiceStatus service = new ServiceStatus(
                List.of(
                        new JobStore.Waiting("command", 1, Instant.parse("2026-11-18T08:59:00Z")),
                        new JobStore.Waiting("seats", 2, Instant.parse("2026-11-18T10:00:00Z"))),
                Map.of("usage", 2),
                Instant.parse("2026-11-16T09:00:00Z"),
                List.of(new RateBudgets.Left("core", 5_000, 123, Instant.parse("2026-11-18T09:20:00Z"))),
                new DigestStatus(
                        DigestStatus.State.NEEDS_A_PERSON,
                        "The digest of 2026-W46 was not sent: Slack refused it with 404 (no_service)."));
        golden("status-trouble", StatusMarkdown.render(question, service), question);
    }

    @Test
    void statusWhenAPermissionWasTakenBackWithoutAnEvent() {
        String usage = status(Source.USAGE);
        String posts = status(Source.POSTS);

        Assertions.assertThat(usage)
                .startsWith("**1 source needs a person (usage), 1 permission missing.**")
                .contains("**Permissions missing**", "- `organization_copilot_metrics: read` for usage reports\n")
                .doesNotContain("all granted");
        Assertions.assertThat(posts)
                .startsWith("**1 source needs a person (posts).**")
                .contains("Issues: write, or Discussions: write where posts go to a discussion")
                .contains("Permissions: all granted at the last check, but GitHub refuses posts: see there.\n")
                .doesNotContain("Permissions missing");
        Assertions.assertThat(status(Source.BILLING)).contains("Permissions: all granted.\n");
    }

    private static String status(Source refused) {
        Map<Source, SourceStatus> readings = new EnumMap<>(Questions.readings());
        readings.put(
                refused,
                new SourceStatus(
                        refused,
                        Questions.NOW,
                        null,
                        SourceStatus.Outcome.ASK_A_PERSON,
                        SourceStatus.Cause.PERMISSION,
                        new SourceProblem.PermissionMissing().sentence(refused),
                        null));
        CommandContext question = Questions.with(Questions.admin(), readings);
        ServiceStatus idle = new ServiceStatus(List.of(), Map.of(), null, List.of(), DigestStatus.OFF);
        return ReplyMarkdown.render(StatusMarkdown.render(question, idle), question);
    }

    @Test
    void refreshFromQueuedToDone() {
        Instant start = Questions.NOW;
        golden("refresh-queued", RefreshMarkdown.queued());
        Map<Source, SourceStatus> readings = new EnumMap<>(Questions.readings());
        readings.put(Source.DIRECTORY, Questions.read(Source.DIRECTORY, "2026-11-18T09:00:03Z"));
        golden(
                "refresh-reading",
                RefreshMarkdown.render(RefreshProgress.of(start, readings), SeatPages.ofSeats(4_000, 9_950)));
        readings.put(Source.SEATS, Questions.read(Source.SEATS, "2026-11-18T09:00:09Z"));
        readings.put(Source.USAGE, Questions.read(Source.USAGE, "2026-11-18T09:00:12Z"));
        golden(
                "refresh-done",
                RefreshMarkdown.render(RefreshProgress.of(start, readings), SeatPages.ofSeats(0, 9_950)));
        readings.put(
                Source.USAGE,
                Questions.reading(
                        Source.USAGE,
                        "2026-11-18T09:00:20Z",
                        SourceStatus.Outcome.ASK_A_PERSON,
                        "The policy is off.",
                        null));
        golden(
                "refresh-failed",
                RefreshMarkdown.render(RefreshProgress.of(start, readings), SeatPages.ofSeats(0, 9_950)));
        readings.put(
                Source.USAGE,
                Questions.reading(
                        Source.USAGE, "2026-11-18T09:00:20Z", SourceStatus.Outcome.LATER, "GitHub answers 503.", null));
        golden(
                "refresh-goes-on",
                RefreshMarkdown.goesOn(
                        RefreshProgress.of(start, readings), SeatPages.ofSeats(0, 9_950), Questions.admin()));
    }

    private static final String PAGE = "https://flightlog.example.com/orgs/acme/teams/payments";

    @Test
    void aTeamsNumbers() {
        List<ShownTeamWeek> weeks = List.of(
                week("payments", 43, 7, 9, 900),
                week("payments", 45, 7, 12, 1_400),
                week("payments", 46, 6, 11, 1_200));
        golden("team", TeamMarkdown.render(team("Payments | @all"), 15, weeks, 5, PAGE), Questions.member());
    }

    @Test
    void aTeamWithoutNumbers() {
        golden("team-no-numbers", TeamMarkdown.render(team("Payments"), 15, List.of(), 5, PAGE), Questions.member());
    }

    @Test
    void aTeamThatIsTooSmall() {
        golden("team-too-small", TeamMarkdown.hidden(TeamVisibility.Reason.TOO_SMALL, 5), Questions.member());
        golden("team-gives-away", TeamMarkdown.hidden(TeamVisibility.Reason.GIVES_AWAY_OTHERS, 5), Questions.admin());
    }

    @Test
    void ownTeams() {
        List<ShownTeamWeek> weeks = List.of(
                week("core", 45, 7, 20, 4_000), week("core", 46, 7, 11, 2_000), week("payments", 46, 7, 13, 9_000));
        IsoWeek latest = new IsoWeek(2026, 46);
        golden("team-own", TeamsMarkdown.own(3, latest, weeks, 5, "/copilot"), Questions.member());
        golden("team-none", TeamsMarkdown.own(2, latest, List.of(), 5, "/copilot"), Questions.member());
    }

    @Test
    void allTeams() {
        List<ShownTeamWeek> weeks = List.of(
                week("core", 45, 7, 20, 4_000),
                week("core", 46, 7, 11, 2_000),
                week("payments", 45, 7, 12, 1_400),
                week("payments", 46, 7, 13, 9_000),
                week("quiet", 46, 7, 3, 10));
        golden("teams-active", TeamsMarkdown.render(Command.Teams.Sort.ACTIVE, new IsoWeek(2026, 46), weeks, 4, 5));
        golden("teams-change", TeamsMarkdown.render(Command.Teams.Sort.CHANGE, new IsoWeek(2026, 46), weeks, 0, 5));
        golden("teams-none", TeamsMarkdown.render(Command.Teams.Sort.CREDITS, new IsoWeek(2026, 46), List.of(), 1, 5));
    }

    @Test
    void refusals() {
        CommandContext question = Questions.with(
                Questions.member(), Questions.policy("version: 1\naccess:\n  admin_teams: [copilot-admins]\n"));
        golden("refused-admins-only", refused("seats", Refusal.ADMINS_ONLY, question), question);
        golden("refused-other-team", refused("team", Refusal.OTHER_TEAM, question), question);
        CommandContext open = Questions.inPublic(Questions.admin());
        golden("refused-names-public", refused("user", Refusal.NAMES_HIDDEN, open), open);
        CommandContext never = Questions.inPublic(
                Questions.with(Questions.admin(), Questions.policy("version: 1\nprivacy:\n  names: never\n")));
        golden("refused-names-never", refused("csv", Refusal.NAMES_HIDDEN, never), never);
    }

    @Test
    void misunderstandings() {
        golden("not-understood-near", misunderstood("sumary 2026-W46"), Questions.member());
        golden("not-understood", misunderstood("@acme/everyone <b>now</b>"), Questions.member());
        golden("not-understood-argument", misunderstood("seats limit=9999"), Questions.admin());
    }

    @Test
    void failure() {
        Golden.assertMatches("command/failed.md", ReplyMarkdown.failed("1a2b3c4d"));
    }

    private static Reply misunderstood(String line) {
        ParseResult parsed = CommandParser.line(line);
        return RefusalReply.misunderstood((ParseResult.NotUnderstood) parsed, Questions.member());
    }

    private static Reply refused(String command, Refusal refusal, CommandContext question) {
        return RefusalReply.refused(new Refused(CommandRegistry.find(command).orElseThrow(), refusal), question);
    }

    private static void golden(String name, Reply reply) {
        golden(name, reply, Questions.admin());
    }

    private static void golden(String name, Reply reply, CommandContext question) {
        Golden.assertMatches("command/" + name + ".md", ReplyMarkdown.render(reply, question));
    }

    private static DecidedSeat seat(
            long id, String login, @Nullable String team, @Nullable String activity, @Nullable String signIn) {
        Seat seat = new Seat(
                id,
                login,
                SeatPlan.BUSINESS,
                team == null ? null : 70L,
                team,
                Instant.parse("2026-01-05T10:00:00Z"),
                null,
                activity == null ? null : Instant.parse(activity),
                activity == null ? null : "vscode/1.139.1/copilot/1.400.0",
                signIn == null ? null : Instant.parse(signIn),
                activity == null ? null : LocalDate.parse(activity.substring(0, 10)),
                team == null ? Set.of() : Set.of(team));
        return new DecidedSeat(seat, SeatDecisions.decide(seat.facts(), RULES, Questions.NOW));
    }

    private static SeatOverview overview(List<DecidedSeat> seats) {
        return SeatOverview.of(seats.stream().map(held -> held.seat().facts()).toList(), RULES, Questions.NOW);
    }

    /** 15,000 of 9,500 credits were used, 55 USD beyond the pool; a bill of nothing is no bill of them. */
    @Test
    void onlyAFinalBillWithCreditsInItIsAsBilled() {
        Billed nothing =
                new Billed(NOVEMBER, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, List.of());
        Billing early = new Billing(Biller.ORGANIZATION, Optional.of(nothing), BigDecimal.ZERO, false);

        Assertions.assertThat(CostMarkdown.sentence(pastCost(30, Billing.of(nothing)), false))
                .isEqualTo(
                        "November 2026: 95 USD for 5 seats on Nov 30, 95 USD with AI credits; GitHub billed no credits"
                                + " beyond the included.");
        Assertions.assertThat(CostMarkdown.sentence(pastCost(30, early), false))
                .isEqualTo("November 2026: 95 USD for 5 seats on Nov 30, 150 USD with AI credits so far: GitHub's bill"
                        + " may still lack the last days.");
        Assertions.assertThat(CostMarkdown.sentence(pastCost(30, NO_BILL), false))
                .isEqualTo("November 2026: 95 USD for 5 seats on Nov 30, 150 USD with AI credits.");
    }

    private static final Billing NO_BILL = Billing.ofOrganization(BigDecimal.ZERO);

    private static CostOfMonth cost(Billing billing) {
        List<CreditDay> days = credits(LocalDate.of(2026, 10, 25), 22);
        return cost(
                CreditMonth.running(NOVEMBER, days, LocalDate.of(2026, 11, 14), Optional.of(BigDecimal.valueOf(9_500))),
                billing);
    }

    private static CostOfMonth pastCost(int daysKnown, Billing billing) {
        List<CreditDay> days = credits(NOVEMBER.atDay(1), daysKnown);
        return new CostOfMonth(
                new SeatsKnown.NotOfThatTime(),
                Optional.empty(),
                Optional.of(new HeldSeats(NOVEMBER.atEndOfMonth(), 5, SeatCost.of(BigDecimal.valueOf(95)))),
                CreditMonth.over(NOVEMBER, days, Optional.of(BigDecimal.valueOf(9_500))),
                billing,
                new GitHubBudgets.NotRead(),
                Optional.empty());
    }

    private static List<CreditDay> credits(LocalDate first, int days) {
        return first.datesUntil(first.plusDays(days))
                .map(day -> new CreditDay(day, BigDecimal.valueOf(500)))
                .toList();
    }

    private static IdleSaving saving(List<DecidedSeat> seats) {
        return IdleSaving.of(overview(seats), new PoolUse.Projected(BigDecimal.valueOf(9_500), BigDecimal.ZERO));
    }

    private static CostOfMonth cost(CreditMonth credits, Billing billing) {
        SeatOverview seats = overview(List.of(EXEMPT, NEVER_USED, SIGNED_IN, IDLE, ACTIVE));
        return new CostOfMonth(
                new SeatsKnown.Fresh(),
                Optional.of(seats),
                Optional.of(new HeldSeats(LocalDate.of(2026, 11, 18), seats.seats(), seats.cost())),
                credits,
                billing,
                new GitHubBudgets.NotRead(),
                Optional.empty());
    }

    private static PersonUsage usage() {
        return new PersonUsage(
                LocalDate.of(2026, 10, 19),
                LocalDate.of(2026, 11, 15),
                17,
                9,
                12,
                1,
                1_204,
                830,
                301,
                12_345,
                new BigDecimal("812.4"));
    }

    private static PersonUsage nothingUsed() {
        return new PersonUsage(
                LocalDate.of(2026, 10, 19), LocalDate.of(2026, 11, 15), 0, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);
    }

    private static Team team(String name) {
        return new Team(70, null, "payments", name, "", "");
    }

    private static ShownTeamWeek week(String slug, int week, int days, int active, long credits) {
        return ShownTeamWeek.of(
                new TeamWeek(
                        slug.hashCode(),
                        slug,
                        slug.equals("core") ? "Core | <b>" : slug,
                        new IsoWeek(2026, week),
                        days,
                        15,
                        active,
                        active / 2,
                        active / 3,
                        1,
                        active == 3 ? 0 : 400,
                        100,
                        5_000,
                        BigDecimal.valueOf(credits)),
                Suppressed.nothing(5));
    }

    private static CommandLogStore.Line line(
            String login, String role, String command, String arguments, Outcome outcome, int millis) {
        Instant asked = Instant.parse("2026-11-18T08:30:00Z");
        return new CommandLogStore.Line(
                asked,
                login,
                role,
                command,
                arguments,
                "issue 12",
                outcome,
                outcome == Outcome.NOT_A_MEMBER
                        ? null
                        : "https://github.com/acme/copilot-governance/issues/12#issuecomment-5",
                asked.plusMillis(millis));
    }
}

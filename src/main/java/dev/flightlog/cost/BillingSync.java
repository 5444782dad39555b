package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import dev.flightlog.copilot.BudgetList;
import dev.flightlog.copilot.CopilotBilling;
import dev.flightlog.copilot.CopilotBudgets;
import dev.flightlog.copilot.CreditBill;
import dev.flightlog.github.Access;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the budgets that owners set on GitHub, the current month's bill, and the last one's too until it was read when no
 * more usage of it was waited for.
 */
@Singleton
public class BillingSync {
    /** What reading it takes; optional. */
    public static final String PERMISSION = "organization_administration";

    private final CopilotBilling github;
    private final BillingStore store;
    private final CopilotBudgets gitHubBudgets;
    private final GitHubBudgetStore budgets;
    private final TeamCreditsStore people;
    private final InstantSource clock;

    BillingSync(
            CopilotBilling github,
            BillingStore store,
            CopilotBudgets gitHubBudgets,
            GitHubBudgetStore budgets,
            TeamCreditsStore people,
            InstantSource clock) {
        this.github = github;
        this.store = store;
        this.gitHubBudgets = gitHubBudgets;
        this.budgets = budgets;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Reads and stores; the answer says whether billing can be read here.
     *
     * @throws GitHubException for what passes by itself: rate limit, outage
     */
    public CreditBill read(long organizationId, String login, Access access) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        YearMonth running = YearMonth.from(today);
        YearMonth before = running.minusMonths(1);
        if (arriving(today).contains(before) || moves(organizationId, before)) {
            read(organizationId, login, access, before);
        }
        return read(organizationId, login, access, running);
    }

    /** Whether a bill is known that may lack the month's last days. */
    private boolean moves(long organizationId, YearMonth month) {
        return store.readAt(organizationId, month)
                .filter(readAt -> readAt.isBefore(Billing.settlesAt(month)))
                .isPresent();
    }

    /**
     * Reads and stores the budgets that owners set on GitHub.
     *
     * @throws GitHubException for what passes by itself: rate limit, outage
     */
    public void readBudgets(long organizationId, String login, Access access) {
        Instant now = clock.instant();
        BudgetList list = gitHubBudgets.read(access, login);
        Map<YearMonth, Integer> reached = new HashMap<>();
        for (YearMonth month : arriving(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            ownReached(organizationId, list, month).ifPresent(percent -> reached.put(month, percent));
        }
        budgets.put(organizationId, list, reached, now);
    }

    /** The running month, and in its first days the one before: usage of it still arrives, and its bill moves. */
    private static List<YearMonth> arriving(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        return today.getDayOfMonth() <= Billing.DAYS_TO_ARRIVE ? List.of(month.minusMonths(1), month) : List.of(month);
    }

    /** How far somebody is with a budget of their own, as the highest threshold: more of it is not kept. */
    private Optional<Integer> ownReached(long organizationId, BudgetList list, YearMonth month) {
        return switch (list) {
            case BudgetList.Read(var read, var logins) -> {
                Map<String, BigDecimal> credits =
                        people.of(organizationId, logins.values(), month.atDay(1), month.atEndOfMonth());
                yield read.stream()
                        .filter(budget -> budget.ofAiCredits() && budget.amount() > 0)
                        .flatMap(budget -> Optional.ofNullable(logins.get(budget.id()))
                                .map(login -> credits.getOrDefault(login.toLowerCase(Locale.ROOT), BigDecimal.ZERO))
                                .map(used -> reached(budget, used))
                                .stream())
                        .max(Integer::compare);
            }
            case BudgetList.NotAvailableHere _ -> Optional.empty();
        };
    }

    private static int reached(Budget budget, BigDecimal credits) {
        return new LimitUse(new SpendingLimit.EachPerson(budget), CreditPool.usd(credits), Optional.empty())
                .highest()
                .map(LimitUse.Threshold::percent)
                .orElse(0);
    }

    private CreditBill read(long organizationId, String login, Access access, YearMonth month) {
        CreditBill bill = github.aiCredits(access, login, month);
        switch (bill) {
            case CreditBill.Billed billed -> {
                store.put(organizationId, billed, clock.instant());
                store.putBiller(organizationId, Biller.ORGANIZATION, clock.instant());
            }
            case CreditBill.BilledElsewhere _ -> store.putBiller(organizationId, Biller.ENTERPRISE, clock.instant());
            case CreditBill.NoReport _ -> store.forgetBiller(organizationId);
            // Says nothing of whose bill it is: what was known stays.
            case CreditBill.NotAvailableHere _ -> {}
        }
        return bill;
    }
}

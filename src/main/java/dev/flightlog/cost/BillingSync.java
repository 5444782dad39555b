package dev.flightlog.cost;

import dev.flightlog.copilot.CopilotBilling;
import dev.flightlog.copilot.CopilotBudgets;
import dev.flightlog.copilot.CreditBill;
import dev.flightlog.github.Access;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Reads the budgets that owners set on GitHub, the current month's bill, and in the first days of a month the last one's too: it still moves. */
@Singleton
public class BillingSync {
    /** What reading it takes; optional. */
    public static final String PERMISSION = "organization_administration";

    private static final int DAYS_A_BILL_STILL_MOVES = 5;

    private final CopilotBilling github;
    private final BillingStore store;
    private final CopilotBudgets gitHubBudgets;
    private final GitHubBudgetStore budgets;
    private final InstantSource clock;

    BillingSync(
            CopilotBilling github,
            BillingStore store,
            CopilotBudgets gitHubBudgets,
            GitHubBudgetStore budgets,
            InstantSource clock) {
        this.github = github;
        this.store = store;
        this.gitHubBudgets = gitHubBudgets;
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * Reads and stores; the answer says whether billing can be read here.
     *
     * @throws GitHubException for what passes by itself: rate limit, outage
     */
    public CreditBill read(long organizationId, String login, Access access) {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        YearMonth month = YearMonth.from(today);
        if (today.getDayOfMonth() <= DAYS_A_BILL_STILL_MOVES) {
            read(organizationId, login, access, month.minusMonths(1));
        }
        return read(organizationId, login, access, month);
    }

    /**
     * Reads and stores the budgets that owners set on GitHub.
     *
     * @throws GitHubException for what passes by itself: rate limit, outage
     */
    public void readBudgets(long organizationId, String login, Access access) {
        budgets.put(organizationId, gitHubBudgets.read(access, login), clock.instant());
    }

    private CreditBill read(long organizationId, String login, Access access, YearMonth month) {
        CreditBill bill = github.aiCredits(access, login, month);
        switch (bill) {
            case CreditBill.Billed billed -> {
                store.put(organizationId, billed, clock.instant());
                store.putBiller(organizationId, Biller.ORGANIZATION, clock.instant());
            }
            case CreditBill.BilledElsewhere _ -> store.putBiller(organizationId, Biller.ENTERPRISE, clock.instant());
            // Says nothing of whose bill it is: what was known stays.
            case CreditBill.NotAvailableHere _ -> {}
        }
        return bill;
    }
}

package dev.flightlog.fake.model;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An organization's Copilot plan and policies, and how its reports are answered. */
public final class CopilotSettings {
    private volatile String planType = "business";
    private volatile boolean metricsPolicy = true;
    private volatile boolean billingReports = true;
    private volatile NoReport noReport = NoReport.AS_DOCUMENTED;
    private volatile Function<YearMonth, BigDecimal> billedCredits = month -> BigDecimal.ZERO;
    private volatile @Nullable BigDecimal includedCredits;
    private volatile List<CopilotBudget> budgets = List.of();
    private volatile boolean paymentProblem;
    private volatile String seatManagement = "assign_selected";
    private final Set<Long> enterpriseAssigned = ConcurrentHashMap.newKeySet();
    private final Set<Long> unlisted = ConcurrentHashMap.newKeySet();
    private volatile int countedMore;
    private volatile int miscount;
    private volatile boolean givesNothing;

    public String planType() {
        return planType;
    }

    public void planType(String plan) {
        planType = plan;
    }

    public boolean metricsPolicy() {
        return metricsPolicy;
    }

    /** Switches the "Copilot usage metrics" policy; off means 403 with GitHub's text (github.md: Metrics policy). */
    public void metricsPolicy(boolean enabled) {
        metricsPolicy = enabled;
    }

    public boolean billingReports() {
        return billingReports;
    }

    /** Whether billing reports exist here; an enterprise-billed organization answers 404 (github.md: Credits). */
    public void billingReports(boolean available) {
        billingReports = available;
    }

    public NoReport noReport() {
        return noReport;
    }

    /** How a day without report is answered from now on. */
    public void noReport(NoReport answer) {
        noReport = answer;
    }

    /** The AI credits that the billing report tells for a month. */
    public BigDecimal billedCredits(YearMonth month) {
        return billedCredits.apply(month);
    }

    public void billedCredits(Function<YearMonth, BigDecimal> credits) {
        billedCredits = credits;
    }

    /** AI credits that a month includes; the billing report bills what is used beyond them. Null: all that is used. */
    public @Nullable BigDecimal includedCredits() {
        return includedCredits;
    }

    public void includedCredits(BigDecimal credits) {
        includedCredits = credits;
    }

    /** Budgets that owners set. */
    public List<CopilotBudget> budgets() {
        return budgets;
    }

    public void budgets(List<CopilotBudget> set) {
        budgets = List.copyOf(set);
    }

    /** {@code assign_all}, {@code assign_selected}, {@code disabled} or {@code unconfigured}. */
    public String seatManagement() {
        return seatManagement;
    }

    public void seatManagement(String setting) {
        seatManagement = setting;
    }

    /**
     * From now on this person's seat is one that the enterprise assigned: it is listed, and cannot be cancelled here.
     */
    public void assignedByEnterprise(Person person) {
        enterpriseAssigned.add(person.id());
    }

    public boolean isAssignedByEnterprise(Person person) {
        return enterpriseAssigned.contains(person.id());
    }

    /** From now on the listing counts this person's seat and leaves it out, as a slip of GitHub's would. */
    public void leaveOutOfListing(Person person) {
        unlisted.add(person.id());
    }

    /** From now on the listing names everybody. */
    public void listEverybody() {
        unlisted.clear();
    }

    public boolean isLeftOutOfListing(Person person) {
        return unlisted.contains(person.id());
    }

    /** How many more seats the listing counts than there are, such as those of people who are invited. */
    public void countMore(int seats) {
        countedMore = seats;
    }

    public int countedMore() {
        return countedMore;
    }

    /** How many seats too few or too many the next answers to cancellations tell. */
    public void miscountCancelledBy(int seats) {
        miscount = seats;
    }

    /** From now on a seat that is asked for is answered without an error, and not given. */
    public void giveNothing() {
        givesNothing = true;
    }

    public boolean givesNothing() {
        return givesNothing;
    }

    public int miscount() {
        return miscount;
    }

    public boolean paymentProblem() {
        return paymentProblem;
    }

    public void paymentProblem(boolean problem) {
        paymentProblem = problem;
    }
}

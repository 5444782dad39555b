package dev.flightlog.fake;

import dev.flightlog.fake.model.CopilotBudget;
import dev.flightlog.fake.model.NoReport;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.ReportFiles;
import dev.flightlog.fake.model.ReportKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Usage reports as links, and the billing report (github.md: Reports). */
final class ReportRoutes {
    private static final String POLICY_OFF = "The 'Copilot usage metrics' policy must be enabled to use this API";
    private static final Access METRICS = Access.read("organization_copilot_metrics");
    private static final Access BILLING = Access.read("organization_administration");

    private final ReportHost host;

    ReportRoutes(ReportHost host) {
        this.host = host;
    }

    void addTo(Router router) {
        String prefix = "/orgs/{org}/copilot/metrics/reports/{kind}";
        String billing = "/organizations/{org}/settings/billing/";
        router.get(prefix, METRICS, this::day)
                .get(prefix + "/latest", METRICS, this::latest)
                .get(billing + "ai_credit/usage", BILLING, call -> bill(call, "Copilot AI Credits", "credits", "0.01"))
                .get(billing + "budgets", BILLING, ReportRoutes::budgets)
                .get(
                        billing + "premium_request/usage",
                        BILLING,
                        call -> bill(call, "Copilot Premium Request", "requests", "0.04"));
    }

    private static ReportKind kind(Call call, boolean latest) {
        return ReportKind.of(call.variable("kind"))
                .filter(kind -> kind.latest() == latest)
                .orElseThrow(() -> Refusal.violation(Answer.message(404, "Not Found"), "no such report"));
    }

    private static Organization organization(Call call) {
        Organization organization = call.organization();
        if (!organization.copilot().metricsPolicy()) {
            throw Refusal.of(Answer.message(403, POLICY_OFF));
        }
        return organization;
    }

    private static LocalDate today(Call call) {
        return call.world().now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Answer day(Call call) {
        ReportKind kind = kind(call, false);
        Organization organization = organization(call);
        LocalDate day = parsed(call.query("day"));
        return organization
                .reports()
                .day(kind, day, today(call))
                .map(files -> Answer.ok(Json.object("download_links", host.links(kind, files), "report_day", day)))
                .orElseGet(() -> absent(organization.copilot().noReport(), kind));
    }

    private static LocalDate parsed(@Nullable String day) {
        try {
            return LocalDate.parse(day == null ? "" : day);
        } catch (DateTimeParseException e) {
            throw Refusal.malformed("day is " + day);
        }
    }

    private Answer latest(Call call) {
        ReportKind kind = kind(call, true);
        Organization organization = organization(call);
        Optional<LocalDate> end = organization.reports().latest(today(call));
        Optional<ReportFiles> files = end.flatMap(day -> organization.reports().day(kind, day, today(call)));
        if (end.isEmpty() || files.isEmpty()) {
            return absent(organization.copilot().noReport(), kind);
        }
        return Answer.ok(Json.object(
                "download_links", host.links(kind, files.get()),
                "report_start_day", end.get().minusDays(27),
                "report_end_day", end.get()));
    }

    private static Answer absent(NoReport how, ReportKind kind) {
        return switch (how) {
            case NO_CONTENT -> Answer.NO_CONTENT;
            case NOT_FOUND -> Answer.message(404, "Not Found");
            case EMPTY_STRING -> Answer.ok("");
            case NO_REPORT_AVAILABLE -> Answer.ok("No report available");
            case AS_DOCUMENTED ->
                switch (kind) {
                    case ORGANIZATION_1_DAY, REPOS_1_DAY -> Answer.NO_CONTENT;
                    case ORGANIZATION_28_DAY, USERS_1_DAY, USERS_28_DAY, USER_TEAMS_1_DAY ->
                        Answer.message(404, "Not Found");
                };
        };
    }

    /** Ten on a page unless asked for more; there is no Link header, but {@code has_next_page}. */
    private static Answer budgets(Call call) {
        Organization organization = call.organization();
        if (!organization.copilot().billingReports()) {
            throw Refusal.notFound();
        }
        call.query().keySet().stream()
                .filter(name -> !Set.of("page", "per_page", "scope", "user").contains(name))
                .forEach(name -> call.violation(call.path() + ": unknown query parameter " + name));
        List<CopilotBudget> all = organization.copilot().budgets();
        Paging.Page<CopilotBudget> page = Paging.page(call, all, 10, 100);
        return Answer.ok(Json.object(
                "budgets", page.items().stream().map(ReportRoutes::budget).toList(),
                "has_next_page", page.link().contains("rel=\"next\""),
                "total_count", all.size()));
    }

    private static Map<String, @Nullable Object> budget(CopilotBudget budget) {
        return Json.object(
                "id",
                budget.id(),
                "budget_type",
                budget.type(),
                "budget_product_sku",
                budget.sku(),
                "budget_scope",
                budget.scope(),
                "budget_entity_name",
                budget.scope().equals("repository") ? "acme/web" : "",
                "user",
                budget.user(),
                "budget_amount",
                budget.amount(),
                "prevent_further_usage",
                budget.preventFurtherUsage(),
                "budget_alerting",
                Json.object("will_alert", budget.willAlert(), "alert_recipients", List.of("ada")));
    }

    private static Answer bill(Call call, String sku, String unit, String price) {
        Organization organization = call.organization();
        if (!organization.copilot().billingReports()) {
            throw Refusal.notFound();
        }
        LocalDate today = today(call);
        YearMonth month =
                YearMonth.of(number(call, "year", today.getYear()), number(call, "month", today.getMonthValue()));
        BigDecimal credits = organization.copilot().billedCredits(month);
        BigDecimal ofModel = credits.multiply(new BigDecimal("0.6"));
        BigDecimal included = organization.copilot().includedCredits();
        BigDecimal bought =
                included == null ? BigDecimal.ZERO : credits.subtract(included).max(BigDecimal.ZERO);
        return Answer.ok(Json.object(
                "timePeriod", Json.object("year", month.getYear(), "month", month.getMonthValue()),
                "organization", organization.login(),
                "usageItems",
                        credits.signum() == 0
                                ? List.of()
                                : List.of(
                                        item(
                                                sku,
                                                "claude-sonnet-4.6",
                                                unit,
                                                price,
                                                ofModel,
                                                BigDecimal.ZERO.max(bought.subtract(credits.subtract(ofModel)))),
                                        item(
                                                sku,
                                                "auto",
                                                unit,
                                                price,
                                                credits.subtract(ofModel),
                                                bought.min(credits.subtract(ofModel))))));
    }

    private static Map<String, @Nullable Object> item(
            String sku, String model, String unit, String price, BigDecimal credits, BigDecimal bought) {
        BigDecimal pricePerUnit = new BigDecimal(price);
        BigDecimal amount = credits.multiply(pricePerUnit);
        return Json.object(
                "product", "copilot",
                "sku", sku,
                "model", model,
                "unitType", unit,
                "pricePerUnit", pricePerUnit,
                "grossQuantity", credits,
                "grossAmount", amount,
                "discountQuantity", credits.subtract(bought),
                "discountAmount", amount.subtract(bought.multiply(pricePerUnit)),
                "netQuantity", bought,
                "netAmount", bought.multiply(pricePerUnit));
    }

    private static int number(Call call, String name, int usual) {
        String text = call.query(name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("\\d{1,4}")) {
            throw Refusal.malformed(name + " is " + text);
        }
        return Integer.parseInt(text);
    }
}

package dev.flightlog.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what GitHub bills for AI credits, where it may (github.md: Credits). */
@Singleton
public class CopilotBilling {
    private static final int HTTP_OK = 200;

    private final RestClient rest;

    CopilotBilling(RestClient rest) {
        this.rest = rest;
    }

    /**
     * The bill of one UTC month so far.
     *
     * @throws GitHubException for what passes by itself: rate limit, outage
     */
    public CreditBill aiCredits(Access access, String organization, YearMonth month) {
        try {
            return bill(rest.get(access, path(organization, month)), month);
        } catch (GitHubException refused) {
            return switch (refused.failure()) {
                case Failure.NotFound _ ->
                    new CreditBill.NoReport(
                            "GitHub has no billing report for this organization (404): it is billed through an"
                                    + " enterprise, or not on the enhanced billing platform. Which of them is not"
                                    + " known.");
                case Failure.Forbidden(String what) -> forbidden(what);
                case Failure.Refused(int status, String _) ->
                    new CreditBill.NotAvailableHere("GitHub refused the billing report (" + status + ").");
                case Failure.MetricsPolicyOff _,
                        Failure.Suspended _,
                        Failure.Unauthorized _,
                        Failure.RateLimited _,
                        Failure.Unavailable _ -> throw refused;
            };
        }
    }

    /** Only GitHub's own words say that the enterprise is billed: a refusal may have any other cause. */
    private static CreditBill forbidden(String what) {
        if (what.contains("not accessible by integration")) {
            return new CreditBill.NotAvailableHere(
                    "The app may not read billing (403): grant it organization_administration: read to see"
                            + " billed figures next to the estimates.");
        }
        return what.toLowerCase(Locale.ROOT).contains("enterprise")
                ? new CreditBill.BilledElsewhere(
                        "GitHub does not give this organization its billing report (403): it is billed through its"
                                + " enterprise.")
                : new CreditBill.NotAvailableHere("GitHub refused the billing report (403).");
    }

    /** @throws GitHubException for an answer without a list of items or with an amount that is no number: no bill of zero */
    static CreditBill.Billed bill(JsonNode answer, YearMonth month) {
        JsonNode items = answer.path("usageItems");
        if (!items.isArray()) {
            throw unreadable("has no list usageItems");
        }
        return new CreditBill.Billed(
                month,
                sum(items, "grossQuantity"),
                sum(items, "grossAmount"),
                sum(items, "netQuantity"),
                sum(items, "netAmount"),
                models(items));
    }

    /** GitHub gives an item for each product, SKU and model. */
    private static List<CreditBill.OfModel> models(JsonNode items) {
        Map<String, CreditBill.OfModel> models = new HashMap<>();
        for (JsonNode item : items) {
            CreditBill.OfModel part = new CreditBill.OfModel(
                    item.path("model").asText(""), decimal(item, "grossQuantity"), decimal(item, "grossAmount"));
            models.merge(part.model(), part, CreditBill.OfModel::plus);
        }
        return models.values().stream()
                .filter(model -> model.grossCredits().signum() != 0)
                .sorted(CreditBill.OfModel.ORDER)
                .toList();
    }

    private static BigDecimal sum(JsonNode items, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : items) {
            sum = sum.add(decimal(item, field));
        }
        return sum;
    }

    private static BigDecimal decimal(JsonNode item, String field) {
        JsonNode amount = item.path(field);
        if (amount.isNumber()) {
            return amount.decimalValue();
        }
        try {
            return new BigDecimal(amount.asText("").strip());
        } catch (NumberFormatException none) {
            throw unreadable("has an item whose " + field + " is no number");
        }
    }

    private static GitHubException unreadable(String what) {
        return new GitHubException(new Failure.Unavailable(HTTP_OK), "the billing report " + what);
    }

    private static String path(String organization, YearMonth month) {
        return "/organizations/" + URLEncoder.encode(organization, StandardCharsets.UTF_8)
                + "/settings/billing/ai_credit/usage?year=" + month.getYear() + "&month=" + month.getMonthValue();
    }
}

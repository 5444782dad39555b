package dev.flightlog.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.github.GitHubException;
import dev.flightlog.github.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopilotBillingTest {
    @Test
    void addsItemsUpAlsoWhereAnAmountIsWrittenAsText() {
        CreditBill.Billed bill = bill("""
            {"usageItems": [
              {"model": "GPT-5.3", "grossQuantity": 1500, "grossAmount": 15.0, "netQuantity": 500, "netAmount": 5.0},
              {"model": "GPT-5.3", "grossQuantity": "250", "grossAmount": "2.5", "netQuantity": 0, "netAmount": 0}]}
            """);

        assertThat(bill.netUsd()).isEqualByComparingTo("5");
        assertThat(bill.grossCredits()).isEqualByComparingTo("1750");
    }

    @Test
    void aMonthWithoutItemsCostsNothing() {
        assertThat(bill("{\"usageItems\": []}").netUsd()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"usageItems\": {}}",
                "{\"usageItems\": null}",
                "{\"usageItems\": [{\"grossQuantity\": 1, \"grossAmount\": 1, \"netQuantity\": 1}]}",
                "{\"usageItems\": [{\"grossQuantity\": 1, \"grossAmount\": 1, \"netQuantity\": 1, \"netAmount\": \"much\"}]}",
            })
    void whatIsNoBillIsNotABillOfZero(String answer) {
        assertThatThrownBy(() -> bill(answer)).isInstanceOf(GitHubException.class);
    }

    private static CreditBill.Billed bill(String answer) {
        return CopilotBilling.bill(Json.read(answer.getBytes(StandardCharsets.UTF_8)), YearMonth.of(2026, 11));
    }
}

package dev.flightlog.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flightlog.fake.ChatReceiver;
import dev.flightlog.summary.NeedsDecision;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.summary.text.Weeks;
import dev.flightlog.support.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The card as each chat takes it; golden files are the specification. */
class DigestMessagesTest {
    private static final ObjectMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final URI POST = URI.create("https://github.com/acme/copilot-governance/issues/12");

    @ParameterizedTest
    @EnumSource
    void anOrdinaryWeek(ChatKind kind) throws IOException, InterruptedException {
        String json = DigestMessages.json(kind, DigestCard.of(Weeks.ordinary(), POST));

        Golden.assertMatches("digest/" + kind.name().toLowerCase(java.util.Locale.ROOT) + ".json", pretty(json));
        assertThat(takenBy(kind, json)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theLongestCardIsWithinTheLimits(ChatKind kind) throws IOException, InterruptedException {
        String long_ = "&<>*_[`\\\"".repeat(200);
        DigestCard card = new DigestCard(
                long_,
                long_,
                IntStream.range(0, 4)
                        .mapToObj(_ -> new DigestCard.Figure(long_, long_, long_))
                        .toList(),
                List.of(long_, long_, long_, long_),
                long_,
                URI.create("https://github.com/" + "a".repeat(DigestCard.MAX_LINK - 19)));

        assertThat(takenBy(kind, DigestMessages.json(kind, card))).isEmpty();
    }

    @Test
    void saysHowManyWarningsAreInThePostOnly() {
        assertThat(warnings("one", "two", "three")).containsExactly("one", "two", "three");
        assertThat(warnings("one", "two", "three", "four", "five"))
                .containsExactly("one", "two", "three", "And 2 more in the post.");
    }

    private static List<String> warnings(String... warnings) {
        return new DigestCard("title", "verdict", List.of(), List.of(warnings), "", POST).warnings();
    }

    @Test
    void whatIsRoundedIsRoundedOnceAndTheMonthIsNamed() {
        WeeklySummary week = Weeks.deciding(
                new NeedsDecision.CreditBudgetPassed(new BigDecimal("20926.93"), 20_000, YearMonth.of(2026, 11)));

        assertThat(DigestCard.of(week, POST).warnings())
                .containsExactly("AI credits are over the policy's budget: 20,927 used in November of 20,000.");
        assertThat(DigestCard.of(
                                Weeks.deciding(new NeedsDecision.SeatBudgetPassed(Weeks.usd(1_102), Weeks.usd(800))),
                                POST)
                        .warnings())
                .containsExactly("Seats are over the policy's budget: 1,102 USD a month, budget 800 USD.");
    }

    @ParameterizedTest
    @EnumSource
    void namesNobody(ChatKind kind) {
        String json = DigestMessages.json(kind, DigestCard.of(Weeks.ordinary(), POST));

        assertThat(json).doesNotContain("Mobile", "Payments", "@");
    }

    private static String pretty(String json) throws IOException {
        return PRETTY.writeValueAsString(PRETTY.readTree(json)) + "\n";
    }

    private static List<String> takenBy(ChatKind kind, String json) throws IOException, InterruptedException {
        try (ChatReceiver receiver = ChatReceiver.start();
                HttpClient http = HttpClient.newHttpClient()) {
            URI url = URI.create(kind == ChatKind.SLACK ? receiver.slackUrl() : receiver.teamsUrl());
            http.send(
                    HttpRequest.newBuilder(url)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return receiver.complaints();
        }
    }
}

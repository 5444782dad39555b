package dev.flightlog.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flightlog.fake.ChatReceiver;
import dev.flightlog.summary.text.Weeks;
import dev.flightlog.support.Golden;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
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

package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Team;
import dev.flightlog.session.AccessTokens;
import dev.flightlog.session.SessionHash;
import dev.flightlog.session.SignedIn;
import dev.flightlog.session.TokenMade;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A team that GitHub shows to its members only is shown to nobody where others read. */
class SecretTeamTest {
    private final Conversation conversation = new Conversation();
    private Team secret;

    @BeforeEach
    void oneTeamIsSecret() {
        secret = conversation.acme.organization().teams().stream()
                .filter(team -> team.slug().equals("web"))
                .findFirst()
                .orElseThrow();
        assertThat(says(conversation.acme.admin(), "/copilot teams")).contains("| " + secret.name() + " |");
        secret.hide();
        conversation.says(conversation.acme.admin(), "/copilot refresh");
        conversation.app.pass(java.time.Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        conversation.close();
    }

    @Test
    void noCommandShowsIt() {
        for (String command : java.util.List.of(
                "/copilot teams",
                "/copilot teams sort=credits",
                "/copilot csv teams",
                "/copilot summary",
                "/copilot cost")) {
            assertThat(says(conversation.acme.admin(), command))
                    .as(command)
                    .doesNotContain("| " + secret.name() + " |", "\n" + secret.slug() + ",");
        }
        assertThat(says(conversation.acme.admin(), "/copilot team " + secret.slug()))
                .contains("secret team on GitHub")
                .doesNotContain("| Week |");
    }

    @Test
    void theNextWeeklyPostLeavesItOut() {
        conversation.app.pass(java.time.Duration.ofDays(7));

        Issue post = conversation.acme.organization().governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .reduce((first, last) -> last)
                .orElseThrow();
        assertThat(post.title()).contains("2026-W47");
        assertThat(post.body()).contains("hidden").doesNotContain("| " + secret.name() + " |");
    }

    @Test
    void theApiShowsItToItsMembersAndToNobodyElse() throws IOException, InterruptedException {
        Person member = secret.members().stream()
                .map(Team.TeamMember::person)
                .filter(person -> !person.equals(conversation.acme.admin()))
                .findFirst()
                .orElseThrow();
        Person other = conversation.acme.organization().members().stream()
                .map(Member::person)
                .filter(person -> !secret.has(person))
                .findFirst()
                .orElseThrow();

        assertThat(reads(member, "/teams").body()).contains("\"" + secret.slug() + "\"");
        assertThat(reads(member, "/teams/web/history").body()).contains("\"active_members\"");
        assertThat(reads(member, "/teams/web/breakdowns").statusCode()).isEqualTo(200);
        assertThat(reads(other, "/teams").body()).doesNotContain("\"" + secret.slug() + "\"");
        assertThat(reads(other, "/teams/web/history").statusCode()).isEqualTo(404);
        assertThat(reads(other, "/teams/web/history").body())
                .isEqualTo(reads(other, "/teams/nope/history").body().replace("nope", "web"));
    }

    /** With an access token of the person's own. */
    private HttpResponse<String> reads(Person person, String path) throws IOException, InterruptedException {
        Instant now = conversation.clock.instant();
        SignedIn visitor =
                new SignedIn(person.id(), person.login(), new SessionHash("0".repeat(64)), "", now, now.plusSeconds(9));
        TokenMade made = conversation
                .app
                .bean(AccessTokens.class)
                .make(visitor, conversation.acme.organization().id(), "test", 1);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(conversation.app.url("/api/orgs/acme" + path))
                            .header("Authorization", "Bearer " + ((TokenMade.Made) made).text())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String says(Person person, String text) {
        conversation.startAnew();
        return conversation.says(person, text).reply();
    }
}

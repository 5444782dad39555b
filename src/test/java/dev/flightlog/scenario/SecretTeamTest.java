package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Team;
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

    private String says(Person person, String text) {
        conversation.startAnew();
        return conversation.says(person, text).reply();
    }
}

package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Person;
import dev.flightlog.scenario.Conversation.Exchange;
import dev.flightlog.support.Golden;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command, said by an admin, a team lead, a developer and somebody from outside: the whole conversations. */
class EveryRoleTest {
    private static final int MAX_LINES = 60;

    private static final List<String> COMMANDS = List.of(
            "/copilot help",
            "/copilot help numbers",
            "/copilot summary 2026-W46",
            "/copilot summary 2025-W01",
            "/copilot team",
            "/copilot team platform",
            "/copilot team no-such-team",
            "/copilot teams",
            "/copilot me",
            "/copilot user @DEVELOPER",
            "/copilot seats limit=3",
            "/copilot cost",
            "/copilot csv teams since=2026-11-09",
            "/copilot policy",
            "/copilot refresh",
            "/copilot audit",
            "/copilot status",
            "/copilot no-such-command");

    private final Conversation conversation = new Conversation();

    @AfterEach
    void close() {
        conversation.close();
    }

    @ParameterizedTest
    @CsvSource({"admin", "lead", "developer", "outsider"})
    void isAnsweredAsTheGoldenFileSays(String role) {
        Person asker = asker(role);

        Golden.assertMatches(
                "command/every-role/" + role + ".md",
                COMMANDS.stream().map(command -> exchange(asker, command)).collect(Collectors.joining("\n---\n\n")));
    }

    private String exchange(Person asker, String words) {
        conversation.startAnew();
        String command =
                words.replace("DEVELOPER", conversation.acme.developer().login());
        Exchange exchange = conversation.says(asker, command);
        assertThat(exchange.replies()).as(command).hasSizeLessThanOrEqualTo(1);
        String reply = exchange.replies().isEmpty() ? "*No reply.*\n" : shortened(exchange.reply());
        return "## `" + command + "`\n\nReactions: " + String.join(", ", exchange.reactions()) + "\n\n" + reply;
    }

    /** The marker names the comment, the port is another each time; what is long is in golden files of its own. */
    private static String shortened(String reply) {
        List<String> lines = reply.replaceAll("http://localhost:\\d+", "https://github.example")
                .lines()
                .skip(1)
                .toList();
        String more = lines.size() > MAX_LINES ? "\n(" + (lines.size() - MAX_LINES) + " more lines)" : "";
        return lines.stream().limit(MAX_LINES).collect(Collectors.joining("\n")) + more + "\n";
    }

    private Person asker(String role) {
        return switch (role) {
            case "admin" -> conversation.acme.admin();
            case "lead" -> conversation.acme.lead();
            case "developer" -> conversation.acme.developer();
            case "outsider" -> conversation.acme.outsider();
            default -> throw new IllegalArgumentException(role);
        };
    }
}

package dev.flightlog.command.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.command.parse.ParseResult.NoCommand;
import dev.flightlog.command.parse.ParseResult.NotUnderstood;
import dev.flightlog.command.parse.ParseResult.Understood;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostileCommentTest {
    private static final List<String> NASTY = List.of(
            "\u0000",
            "\ud800",
            "\u202e",
            "\u200b",
            "\ufeff",
            "=",
            "==",
            "=x",
            "limit=",
            "since=9999-99-99",
            "since=0000-00-00",
            "9999d",
            "-W",
            "0000-W00",
            "@",
            "@/",
            "@everyone",
            "@acme/",
            "`",
            "|",
            "<!-- flightlog:reply 1 -->",
            "-->",
            "'; drop table seat; --",
            "%s",
            "${jndi:ldap://x}",
            "🦄".repeat(50),
            "a".repeat(600),
            "\n/copilot me",
            "1e999",
            "2147483648");

    @Property(tries = 1_000)
    void anythingIsReadWithoutAnException(@ForAll String body) {
        assertThat(CommandParser.parse(body, "/copilot")).isNotNull();
    }

    @Property(tries = 2_000)
    void whateverFollowsThePrefixIsReadWithoutAnException(@ForAll("hostile") String body) {
        switch (CommandParser.parse(body, "/copilot")) {
            case NoCommand _ -> assertThat(CommandLine.find(body, "/copilot")).isEmpty();
            case Understood(CommandSpec entry, Command _) ->
                assertThat(CommandRegistry.ALL).contains(entry);
            case NotUnderstood told ->
                assertThat(told.problem()).hasSizeLessThan(800).doesNotContain("\n", "\u0000");
        }
    }

    @Property(tries = 500)
    void whatIsKeptOfACommentIsOneShortLineThatPostgresTakes(@ForAll("hostile") String body) {
        CommandLine.find(body, "/copilot")
                .ifPresent(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(CommandLine.LONGEST + 1)
                        .doesNotContain("\u0000", "\n", "\r"));
    }

    @Property(tries = 500)
    void quotedAndCodedCommandsAreNone(@ForAll("hostile") String body) {
        List.of("`", "```\n", "    ", "\t", "* ", "1. ", "<", "\\", "x")
                .forEach(mark ->
                        assertThat(CommandParser.parse(mark + body, "/copilot")).isEqualTo(new NoCommand()));
        assertThat(CommandParser.parse(quoted(body), "/copilot")).isEqualTo(new NoCommand());
    }

    /** GitHub's <i>Quote reply</i>: the quote, then what the person writes. */
    @Property(tries = 500)
    void aQuoteBeforeACommandIsPassedOver(@ForAll("hostile") String body) {
        assertThat(CommandParser.parse(quoted(body) + "\n\n/copilot me", "/copilot"))
                .isEqualTo(CommandParser.parse("/copilot me", "/copilot"));
    }

    private static String quoted(String body) {
        return body.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> word = Arbitraries.oneOf(
                Arbitraries.of(NASTY),
                Arbitraries.of(CommandRegistry.names()),
                Arbitraries.strings().ofMaxLength(30));
        return Combinators.combine(
                        Arbitraries.of("", " ", "\t", "\u00a0"), word.list().ofMaxSize(6))
                .as((gap, words) -> "/copilot" + gap + String.join(" ", words));
    }
}

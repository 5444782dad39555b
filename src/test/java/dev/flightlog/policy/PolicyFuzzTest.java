package dev.flightlog.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PolicyFuzzTest {
    private static final List<String> FILES = List.of(
            PolicyFiles.text("full.yml"), PolicyFiles.text("twelve-mistakes.yml"), PolicyFiles.text("bomb.yml"));

    @Property(tries = 2_000)
    void anyBytesAreAPolicyOrProblems(@ForAll byte[] bytes) {
        hasAnswer(PolicyParser.parse(bytes));
    }

    @Property(tries = 2_000)
    void anyTextIsAPolicyOrProblems(@ForAll String text) {
        hasAnswer(PolicyParser.parse(text));
    }

    @Property(tries = 4_000)
    void anyChangeOfAFileIsAPolicyOrProblems(@ForAll("changed") String text) {
        PolicyResult result = PolicyParser.parse(text);

        hasAnswer(result);
        long lines = text.chars()
                        .filter(c -> c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
                        .count()
                + 1;
        assertThat(result.problems())
                .allSatisfy(problem -> assertThat(problem.line()).isBetween(1, (int) lines + 1));
    }

    @Test
    void hostileFilesAreAnswered() {
        int size = PolicyParser.MAX_BYTES;
        List<String> hostile = List.of(
                "[".repeat(size),
                "{".repeat(size),
                "- ".repeat(size / 2),
                "? ".repeat(size / 2),
                "a: ".repeat(size / 3),
                "\t".repeat(size),
                "\u0000".repeat(size),
                "\t\n".repeat(size / 2),
                "\u0001\n".repeat(size / 2),
                "#\n".repeat(size / 2),
                "a".repeat(size),
                "\"" + "\\x41".repeat(size / 4 - 1),
                "a:\n".repeat(size / 3),
                "a: &a\n".repeat(size / 6),
                "seats: {x: [" + "a,".repeat(size / 2 - 10) + "]}",
                "privacy: {min_team_size: " + "9".repeat(size - 40) + "}",
                "summary: {timezone: " + "A/".repeat(size / 2 - 20) + "}",
                "summary: {labels: [" + "a ".repeat(size / 2 - 20) + "]}",
                IntStream.range(0, 20_000)
                        .mapToObj(i -> "k" + i + ": 1\n")
                        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                        .toString(),
                "---\n".repeat(size / 4),
                "!".repeat(size),
                "%".repeat(size),
                "|\n" + " a\n".repeat(size / 3 - 2));
        // What grows with its depth or its aliases would take hours; a busy machine may take seconds for the first.
        hostile.forEach(text -> assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> hasAnswer(PolicyParser.parse(text)), () -> text.substring(0, 12)));
    }

    private static void hasAnswer(PolicyResult result) {
        switch (result) {
            case PolicyResult.Valid valid ->
                assertThat(valid.policy().privacy().minTeamSize()).isGreaterThanOrEqualTo(5);
            case PolicyResult.Invalid invalid ->
                assertThat(invalid.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
        }
    }

    @Provide
    Arbitrary<String> changed() {
        Arbitrary<String> piece = Arbitraries.of(
                ":",
                ": ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                "&a",
                "*a",
                "!!int",
                "---\n",
                "...\n",
                "\t",
                "\n",
                "\r",
                "'",
                "\"",
                "|",
                ">",
                "%",
                "@",
                "`",
                "#",
                "?",
                "? ",
                "<<: ",
                "~",
                "0x1F",
                "1e9",
                ".inf",
                "\u0000",
                "\uFEFF",
                "\uD83D",
                "\u2028",
                "😀",
                "seats:",
                "  ",
                "99999999999999999999",
                "\\U00110000",
                "%YAML 1.2\n",
                ",");
        Arbitrary<Change> change = Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 20),
                        piece)
                .as(Change::new);
        return Combinators.combine(
                        Arbitraries.of(FILES), change.list().ofMinSize(1).ofMaxSize(6))
                .as((file, changes) -> changes.stream().reduce(file, (text, next) -> next.on(text), (a, b) -> b));
    }

    /** Puts a piece in place of some characters. */
    private record Change(double where, int gone, String piece) {
        String on(String text) {
            int from = (int) (where * text.length());
            return text.substring(0, from) + piece + text.substring(Math.min(text.length(), from + gone));
        }
    }
}

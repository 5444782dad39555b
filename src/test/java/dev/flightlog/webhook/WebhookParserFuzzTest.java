package dev.flightlog.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever GitHub's events become on the way, they are an event or one refusal in words that show nothing of them. */
class WebhookParserFuzzTest {
    private static final Path CORPUS = Path.of("src/test/resources/fuzz/event");
    private static final List<String> PIECES = List.of(
            "null",
            "-1",
            "1e999",
            "9223372036854775808",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "{}",
            "[]",
            "[[[[]]]]",
            "true",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "\\",
            "\u0000",
            "\"id\"",
            "\"login\"",
            "0",
            "\"../..\"");

    static Stream<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList().stream();
        }
    }

    /** Each file is named for the class that it becomes. */
    @ParameterizedTest
    @MethodSource("corpus")
    void whatGitHubSendsIsUnderstood(Path file) {
        assertThat(WebhookParser.parse(event(file), text(file).getBytes(StandardCharsets.UTF_8)))
                .isNotInstanceOf(WebhookEvent.Ignored.class);
    }

    @Property(tries = 3_000)
    void anyChangeOfAnEventIsAnEventOrARefusal(@ForAll("changed") Changed changed) {
        hasAnswer(changed.event(), changed.text().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1_000)
    void anyBytesAreAnEventOrARefusal(@ForAll("events") String event, @ForAll byte[] bytes) {
        hasAnswer(event, bytes);
    }

    @Property(tries = 1_000)
    void anyEventThatIsNotKnownIsIgnored(@ForAll String event) {
        assertThat(WebhookParser.parse("no_" + event, "{\"action\":\"created\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(WebhookEvent.Ignored.class);
    }

    @Provide
    Arbitrary<String> events() {
        return Arbitraries.of(
                files().map(WebhookParserFuzzTest::event).distinct().toList());
    }

    @Provide
    Arbitrary<Changed> changed() {
        return Combinators.combine(
                        Arbitraries.of(files().toList()),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.oneOf(
                                Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(5)))
                .as(WebhookParserFuzzTest::change);
    }

    private static Changed change(Path file, double where, int removed, String piece) {
        String text = text(file);
        int at = (int) (where * text.length());
        return new Changed(
                event(file), text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + removed)));
    }

    private static void hasAnswer(String event, byte[] payload) {
        try {
            assertThat(WebhookParser.parse(event, payload)).isNotNull();
        } catch (MalformedEventException refused) {
            assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(300).doesNotContain("\n", "\u0000");
        }
    }

    private static Stream<Path> files() {
        try {
            return corpus();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of {@code issue_comment.created.json}: {@code issue_comment}. */
    private static String event(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Changed(String event, String text) {}
}

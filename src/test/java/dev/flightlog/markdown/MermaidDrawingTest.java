package dev.flightlog.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.Mermaid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Every diagram that we post can be drawn, as mermaid itself sees it; run by {@code mvn -Pmermaid test}. */
@EnabledIfSystemProperty(named = "flightlog.mermaid", matches = "true")
class MermaidDrawingTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void everyDiagramOfTheGoldenFilesIsDrawn() throws IOException {
        Map<String, String> diagrams = diagrams();
        assertThat(diagrams).as("diagrams in %s", GOLDEN).isNotEmpty();

        List<String> names = List.copyOf(diagrams.keySet());
        List<Mermaid.Drawn> drawn = Mermaid.draw(List.copyOf(diagrams.values()));

        assertThat(drawn).hasSameSizeAs(names);
        for (int index = 0; index < names.size(); index++) {
            assertThat(drawn.get(index).problem()).as(names.get(index)).isEmpty();
            assertThat(drawn.get(index).lines())
                    .as("lines of " + names.get(index))
                    .isPositive();
        }
    }

    @Test
    void aBrokenDiagramIsSeen() {
        List<Mermaid.Drawn> drawn =
                Mermaid.draw(List.of("xychart-beta\n    line [1, 2\n", "no-such-chart\n    a --> b\n"));

        assertThat(drawn).allSatisfy(each -> assertThat(each.problem()).isNotEmpty());
    }

    private static Map<String, String> diagrams() throws IOException {
        Map<String, String> diagrams = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(file -> {
                List<String> blocks = Mermaid.blocks(read(file));
                for (int index = 0; index < blocks.size(); index++) {
                    diagrams.put(GOLDEN.relativize(file) + " #" + (index + 1), blocks.get(index));
                }
            });
        }
        return diagrams;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package dev.flightlog.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mermaid itself, in a headless Chromium of this machine: says of each diagram whether it can be read and drawn. */
public final class Mermaid {
    private static final String SCRIPT = "/META-INF/resources/webjars/mermaid/11.6.0/dist/mermaid.min.js";
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```mermaid\\n(.*?)^```$");
    private static final Pattern ANSWER = Pattern.compile("<pre id=\"answer\">([A-Za-z0-9+/=]+)</pre>");
    private static final int MAX_MINUTES = 3;

    private Mermaid() {}

    /** The diagrams of a text in markdown. */
    public static List<String> blocks(String markdown) {
        return BLOCK.matcher(markdown).results().map(found -> found.group(1)).toList();
    }

    /**
     * What became of one diagram.
     *
     * @param problem mermaid's own words; empty where it was drawn
     * @param lines paths of the picture that have a length, and bars that have a height: a chart without any shows nothing
     */
    public record Drawn(String problem, int lines) {}

    /** Reads and draws, all in one browser; answers in the same order. */
    public static List<Drawn> draw(List<String> diagrams) {
        try {
            Path directory = Files.createTempDirectory("flightlog-mermaid-");
            try (InputStream script = Mermaid.class.getResourceAsStream(SCRIPT)) {
                if (script == null) {
                    throw new IllegalStateException("mermaid's webjar is not on the class path: " + SCRIPT);
                }
                Files.copy(script, directory.resolve("mermaid.min.js"));
            }
            Path page = directory.resolve("page.html");
            Files.writeString(page, page(diagrams));
            return answers(browse(directory, page));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String page(List<String> diagrams) throws IOException {
        String json = new ObjectMapper().writeValueAsString(diagrams);
        String encoded = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return """
            <!doctype html><meta charset="utf-8"><body><script src="mermaid.min.js"></script><script>
            const bytes = Uint8Array.from(atob("%s"), letter => letter.charCodeAt(0));
            const diagrams = JSON.parse(new TextDecoder().decode(bytes));
            async function draw(text, index) {
              try {
                await mermaid.parse(text);
                const { svg } = await mermaid.render("diagram" + index, text);
                const holder = document.createElement("div");
                holder.innerHTML = svg;
                document.body.append(holder);
                const lines = [...holder.querySelectorAll("path")].filter(path => path.getTotalLength() > 0);
                const bars = [...holder.querySelectorAll("[class^=bar-plot] rect")].filter(bar => bar.getBBox().height > 0);
                holder.remove();
                return { problem: "", lines: lines.length + bars.length };
              } catch (refused) {
                return { problem: String(refused.message || refused), lines: 0 };
              }
            }
            (async () => {
              mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
              const answers = [];
              for (let index = 0; index < diagrams.length; index++) answers.push(await draw(diagrams[index], index));
              const answer = document.createElement("pre");
              answer.id = "answer";
              const out = new TextEncoder().encode(JSON.stringify(answers));
              answer.textContent = btoa(Array.from(out, byte => String.fromCharCode(byte)).join(""));
              document.body.append(answer);
            })();
            </script>
            """.formatted(encoded);
    }

    private static String browse(Path directory, Path page) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                browser(),
                "--headless=new",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--user-data-dir=" + directory.resolve("profile"),
                "--virtual-time-budget=60000",
                "--dump-dom"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--no-sandbox");
        }
        command.add(page.toUri().toString());
        Path output = directory.resolve("dom.html");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
        try {
            if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the browser did not end in " + MAX_MINUTES + " minutes");
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return Files.readString(output);
    }

    private static List<Drawn> answers(String page) throws IOException {
        Matcher answer = ANSWER.matcher(page);
        if (!answer.find()) {
            throw new IllegalStateException("the page has no answer:\n" + page);
        }
        return new ObjectMapper().readValue(Base64.getDecoder().decode(answer.group(1)), new TypeReference<>() {});
    }

    /** The first browser on the PATH. */
    private static String browser() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return BROWSERS.stream()
                .flatMap(
                        name -> Arrays.stream(path.split(File.pathSeparator)).flatMap(place -> executable(place, name)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("none of these is on the PATH: " + BROWSERS));
    }

    private static Stream<String> executable(String place, String name) {
        Path file = Path.of(place, name);
        return Files.isExecutable(file) ? Stream.of(file.toString()) : Stream.empty();
    }
}

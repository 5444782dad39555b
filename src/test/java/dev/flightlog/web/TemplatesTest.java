package dev.flightlog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A strict content security policy refuses these silently, so no template has them. */
class TemplatesTest {
    private static final List<Pattern> REFUSED = List.of(
            Pattern.compile("\\sstyle="),
            Pattern.compile("<style"),
            Pattern.compile("\\son[a-z]+="),
            Pattern.compile("javascript:"),
            Pattern.compile("<script(?![^>]*\\ssrc=\"\\$\\{assets\\.url)"),
            Pattern.compile("<(?:img|script|link|iframe)[^>]*https?:"),
            Pattern.compile("\\$unsafe"));

    @TestFactory
    Stream<DynamicTest> noTemplateHasInlineScriptOrStyleOrUnescapedOutput() throws IOException {
        List<Path> templates;
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            templates = files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList();
        }
        assertThat(templates).hasSizeGreaterThan(2);
        return templates.stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    String text = Files.readString(file);
                    for (Pattern refused : REFUSED) {
                        assertThat(text).doesNotContainPattern(refused);
                    }
                }));
    }
}

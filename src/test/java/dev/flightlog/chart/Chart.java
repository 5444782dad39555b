package dev.flightlog.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart of this repository, rendered by the real Helm engine without a cluster. */
final class Chart {
    /** The value sets that every general test runs over; "default" is the chart's own values. */
    static final List<String> VALUE_SETS = List.of("default", "minimal", "full");

    private static final Path DIRECTORY = Path.of("helm");

    private Chart() {}

    /** The manifests of a value set: "default", or the name of a file in src/test/resources/helm. */
    static String render(String valueSet) {
        TemplateCommand template = template();
        if (!valueSet.equals("default")) {
            template.withValuesFile(valuesFile(valueSet));
        }
        return template.call();
    }

    /** The manifests with single values set, as --set does. Throws what Helm says when it refuses. */
    static String render(Map<String, ?> values) {
        TemplateCommand template = template();
        values.forEach(template::set);
        return template.call();
    }

    /** As {@link #render(String)}, with hooks as plain objects: `helm template` leaves them out. */
    static String renderWithHooks(String valueSet, Path emptyDirectory) {
        copyWithoutHookAnnotations(emptyDirectory);
        TemplateCommand template =
                new Helm(emptyDirectory).template().withName("flightlog").withNamespace("flightlog");
        if (!valueSet.equals("default")) {
            template.withValuesFile(valuesFile(valueSet));
        }
        return template.call();
    }

    /** What Helm prints after an installation, from NOTES.txt. */
    static String notes(String valueSet) {
        var install = new Helm(DIRECTORY)
                .install()
                .withName("flightlog")
                .withNamespace("flightlog")
                .clientOnly()
                .dryRun();
        if (!valueSet.equals("default")) {
            install.withValuesFile(valuesFile(valueSet));
        }
        String output = install.call().getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }

    static LintResult lint() {
        return new Helm(DIRECTORY).lint().strict().call();
    }

    private static void copyWithoutHookAnnotations(Path target) {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(DIRECTORY.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("helm.sh/hook: ", "was-a-hook: "));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateCommand template() {
        return new Helm(DIRECTORY).template().withName("flightlog").withNamespace("flightlog");
    }

    private static Path valuesFile(String valueSet) {
        return Path.of("src/test/resources/helm", valueSet + ".yaml");
    }
}

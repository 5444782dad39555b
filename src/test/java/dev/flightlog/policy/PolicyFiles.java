package dev.flightlog.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The policy files that tests read. */
final class PolicyFiles {
    private PolicyFiles() {}

    static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/policy", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PolicyResult parse(String name) {
        return PolicyParser.parse(text(name));
    }

    static PolicyResult.Valid valid(String text) {
        PolicyResult result = PolicyParser.parse(text);
        if (result instanceof PolicyResult.Valid valid) {
            return valid;
        }
        throw new AssertionError("not valid:\n" + listing(result));
    }

    static String listing(PolicyResult result) {
        return result.problems().stream()
                .map(problem -> problem.describe() + "\n    columns " + problem.column() + "-" + problem.endColumn()
                        + " · path " + problem.path() + " · found " + problem.found()
                        + problem.nearest().map(word -> " · nearest " + word).orElse("") + "\n")
                .collect(Collectors.joining());
    }
}

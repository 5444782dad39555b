package dev.flightlog.policy;

import dev.flightlog.policy.Problem.Severity;
import dev.flightlog.text.EnglishText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been found so far while one file is read. */
final class NodeReading {
    /** A file with more mistakes than this is not a policy; the rest would help nobody. */
    private static final int MAX_PROBLEMS = 200;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Span> positions = new HashMap<>();

    void error(Span span, String path, String found, String message) {
        error(span, path, found, message, Optional.empty());
    }

    /** About a key that is in the file, and so has a position. */
    void errorAt(String path, String found, String message) {
        error(positions.getOrDefault(path, Span.START), path, found, message);
    }

    void error(Span span, String path, String found, String message, Optional<String> nearest) {
        add(new Problem(Severity.ERROR, span, path, EnglishText.shorten(found), message, nearest));
    }

    void warning(Span span, String path, String found, String message) {
        add(new Problem(Severity.WARNING, span, path, EnglishText.shorten(found), message, Optional.empty()));
    }

    /** The value at this path is not what it must be; {@code wanted} says what to write, with an example. */
    void wrongValue(YamlNode node, String path, String wanted, Optional<String> nearest) {
        String found = node.found();
        String shown = node instanceof YamlNode.Scalar scalar && scalar.kind() != YamlNode.Kind.NOTHING
                ? "\"" + found + "\""
                : found;
        String meant = nearest.map(word -> "; did you mean \"" + word + "\"?").orElse("");
        error(node.span(), path, found, path + " must be " + wanted + ", but is " + shown + meant, nearest);
    }

    /** Whether another problem would not be kept, so that nobody needs to describe it. */
    boolean full() {
        return problems.size() >= MAX_PROBLEMS;
    }

    private void add(Problem problem) {
        if (!full()) {
            problems.add(problem);
        }
    }

    void refer(Reference reference) {
        references.add(reference);
    }

    void position(String path, Span span) {
        positions.put(path, span);
    }

    boolean failed() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    PolicyResult invalid() {
        return new PolicyResult.Invalid(inFileOrder());
    }

    PolicyResult valid(Policy policy) {
        return new PolicyResult.Valid(policy, inFileOrder(), positions, references);
    }

    private List<Problem> inFileOrder() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}

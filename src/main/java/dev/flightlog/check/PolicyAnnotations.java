package dev.flightlog.check;

import dev.flightlog.github.check.CheckAnnotation;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.Problem;
import dev.flightlog.text.PlainText;
import java.util.List;

/** Problems as remarks at the lines of the policy file. */
final class PolicyAnnotations {
    private PolicyAnnotations() {}

    static List<CheckAnnotation> of(List<Problem> problems) {
        return problems.stream().map(PolicyAnnotations::annotation).toList();
    }

    private static CheckAnnotation annotation(Problem problem) {
        return new CheckAnnotation(
                Policy.FILE,
                problem.line(),
                problem.line(),
                problem.column(),
                problem.endColumn(),
                level(problem.severity()),
                PlainText.clean(problem.path().isEmpty() ? Policy.FILE : problem.path()),
                PlainText.clean(problem.message()));
    }

    private static CheckAnnotation.Level level(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> CheckAnnotation.Level.FAILURE;
            case WARNING -> CheckAnnotation.Level.WARNING;
        };
    }
}

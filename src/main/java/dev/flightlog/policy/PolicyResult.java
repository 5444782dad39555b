package dev.flightlog.policy;

import java.util.List;
import java.util.Map;

/** What came of reading a policy file. */
public sealed interface PolicyResult {
    /** Everything found, errors and warnings, in the order of the file. */
    List<Problem> problems();

    /**
     * A policy that can be used.
     *
     * @param positions the position of each key that the file sets, by path
     * @param references the people and teams it names
     */
    record Valid(Policy policy, List<Problem> warnings, Map<String, Span> positions, List<Reference> references)
            implements PolicyResult {
        /** No file, or an empty one: the defaults. */
        public static final Valid DEFAULTS = new Valid(Policy.DEFAULTS, List.of(), Map.of(), List.of());

        public Valid {
            warnings = List.copyOf(warnings);
            positions = Map.copyOf(positions);
            references = List.copyOf(references);
        }

        @Override
        public List<Problem> problems() {
            return warnings;
        }
    }

    /** A file that cannot be used, with at least one error. */
    record Invalid(List<Problem> problems) implements PolicyResult {
        public Invalid {
            problems = List.copyOf(problems);
            if (problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
                throw new IllegalArgumentException("problems must hold an error, but are " + problems);
            }
        }
    }
}

package dev.flightlog.policy;

import dev.flightlog.policy.Problem.Severity;
import dev.flightlog.text.EnglishText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** People and teams that a policy names and the organization does not have. */
public final class PolicyReferences {
    private PolicyReferences() {}

    /** A warning with its line for each name that is not known; names compare without regard to case. */
    public static List<Problem> unknown(
            PolicyResult.Valid file, String organization, Set<String> logins, Set<String> slugs) {
        Set<String> people = lower(logins);
        Set<String> teams = lower(slugs);
        return file.references().stream()
                .flatMap(reference -> check(reference, organization, people, teams).stream())
                .toList();
    }

    private static Optional<Problem> check(
            Reference reference, String organization, Set<String> people, Set<String> teams) {
        return switch (reference.kind()) {
            case USER -> check(reference, reference.name(), people, "no member of " + organization + " has the login ");
            case TEAM -> team(reference, organization, teams);
        };
    }

    private static Optional<Problem> team(Reference reference, String organization, Set<String> teams) {
        String[] parts = reference.name().split("/", 2);
        if (parts.length == 2 && !parts[0].equalsIgnoreCase(organization)) {
            return Optional.of(warning(
                    reference,
                    "is a team of another organization; write @" + organization + "/" + parts[1],
                    Optional.empty()));
        }
        return check(reference, parts[parts.length - 1], teams, "no team of " + organization + " has the slug ");
    }

    private static Optional<Problem> check(Reference reference, String name, Set<String> known, String missing) {
        if (known.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Optional<String> nearest = EnglishText.nearest(name, known);
        String meant = nearest.map(word -> "; did you mean \"" + word + "\"?").orElse("");
        return Optional.of(warning(reference, missing + "\"" + name + "\"" + meant, nearest));
    }

    private static Problem warning(Reference reference, String words, Optional<String> nearest) {
        String message = reference.path() + ": " + words;
        return new Problem(Severity.WARNING, reference.span(), reference.path(), reference.name(), message, nearest);
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}

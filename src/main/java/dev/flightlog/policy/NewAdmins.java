package dev.flightlog.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The teams that a change of the policy makes admins. */
public final class NewAdmins {
    private static final String KEY = "access.admin_teams";

    private NewAdmins() {}

    /**
     * A warning with its line for each team that is an admin team in the file and was none before. Asks nobody about
     * it.
     */
    public static List<Problem> warnings(Policy before, PolicyResult.Valid file) {
        Set<String> known = new HashSet<>();
        before.access().adminTeams().forEach(slug -> known.add(slug.toLowerCase(Locale.ROOT)));
        return file.references().stream()
                .filter(reference -> reference.path().startsWith(KEY))
                .filter(reference -> !known.contains(reference.name().toLowerCase(Locale.ROOT)))
                .map(NewAdmins::warning)
                .toList();
    }

    private static Problem warning(Reference reference) {
        String message = reference.path() + ": everybody in the team \"" + reference.name()
                + "\" becomes an admin, and may ask about every person and team";
        return new Problem(
                Problem.Severity.WARNING,
                reference.span(),
                reference.path(),
                reference.name(),
                message,
                Optional.empty());
    }
}

package dev.flightlog.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * What may be shown of an organization and its teams in one period: a week or a day.
 *
 * @param threshold the policy's {@code privacy.min_team_size} under which it was decided
 * @param teams by the team's id, those that the reports of the period know
 */
public record PeriodSuppression(int threshold, Suppressed organization, Map<Long, Suppressed> teams) {
    public PeriodSuppression {
        teams = Map.copyOf(teams);
    }

    /** Of a period without data: nothing may be shown. */
    public static PeriodSuppression nothingKnown(int threshold) {
        return new PeriodSuppression(threshold, Suppressed.everything(threshold), Map.of());
    }

    /** Of the teams of now: hides what may not be shown now, whatever the period says. */
    PeriodSuppression and(TeamVisibility now, LongPredicate shownNow) {
        Map<Long, Suppressed> both = new HashMap<>();
        for (Long team : now.teams().keySet()) {
            Suppressed then = teams.get(team);
            if (!shownNow.test(team)) {
                both.put(team, Suppressed.everything(threshold));
            } else if (then != null) {
                both.put(team, then);
            }
        }
        return new PeriodSuppression(threshold, organization, both);
    }

    /** Of a team; nothing may be shown of one that is not known. */
    public Suppressed of(long team) {
        return teams.getOrDefault(team, Suppressed.everything(threshold));
    }

    /** Whether anything may be shown of a team. */
    public boolean shows(long team) {
        return !of(team).hidden();
    }

    /** Ids of the teams that show nothing. */
    public Set<Long> hiddenTeams() {
        return teams.keySet().stream().filter(team -> !shows(team)).collect(Collectors.toSet());
    }

    /** How many teams of the period show nothing. */
    public int hidden() {
        return hiddenTeams().size();
    }
}

package dev.flightlog.cost;

import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.PeriodSuppression;
import dev.flightlog.privacy.VisibleTeams;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Adds up a month's AI credits by team. A month is the sum of the days of which the team's credits may be shown, so that
 * it shows nothing that the days do not.
 */
@Singleton
public class CreditsByTeam {
    /** Only teams of which every day is counted can be compared; the others follow by name. */
    private static final Comparator<TeamCredits.Team> ORDER = Comparator.comparing(TeamCredits.Team::saysNothing)
            .thenComparing(TeamCredits.Team::lacksDays)
            .thenComparing(CreditsByTeam::comparable, Comparator.reverseOrder())
            .thenComparing(TeamCredits.Team::slug);

    private final TeamCreditsStore store;
    private final VisibleTeams visible;

    CreditsByTeam(TeamCreditsStore store, VisibleTeams visible) {
        this.store = store;
        this.visible = visible;
    }

    /** @param threshold the policy's {@code privacy.min_team_size} */
    public TeamCredits of(long org, YearMonth month, int threshold) {
        Map<LocalDate, PeriodSuppression> suppression =
                visible.on(org, month.atDay(1), month.atEndOfMonth(), threshold);
        Map<Long, List<TeamCreditsStore.TeamDay>> teams = store.days(org, month.atDay(1), month.atEndOfMonth()).stream()
                .collect(Collectors.groupingBy(TeamCreditsStore.TeamDay::team));
        List<TeamCredits.Team> shown = new ArrayList<>();
        int known = 0;
        for (TeamCreditsStore.NamedTeam team : store.teams(org)) {
            List<TeamCreditsStore.TeamDay> days = teams.getOrDefault(team.id(), List.of());
            known += days.isEmpty() ? 0 : 1;
            List<TeamCreditsStore.TeamDay> visibleDays =
                    days.stream().filter(day -> may(day, suppression)).toList();
            if (!visibleDays.isEmpty()) {
                shown.add(new TeamCredits.Team(
                        team.slug(),
                        team.name(),
                        visibleDays.stream()
                                .map(TeamCreditsStore.TeamDay::credits)
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        visibleDays.size(),
                        suppression.size()));
            }
        }
        return new TeamCredits(shown.stream().sorted(ORDER).toList(), known - shown.size());
    }

    private static boolean may(TeamCreditsStore.TeamDay day, Map<LocalDate, PeriodSuppression> shown) {
        PeriodSuppression decided = shown.get(day.day());
        return decided != null && decided.of(day.team()).shows(Metric.AI_CREDITS);
    }

    private static BigDecimal comparable(TeamCredits.Team team) {
        return team.lacksDays() ? BigDecimal.ZERO : team.credits();
    }
}

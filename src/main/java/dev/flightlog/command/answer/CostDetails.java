package dev.flightlog.command.answer;

import dev.flightlog.cost.CreditsByTeam;
import dev.flightlog.cost.TeamCreditsStore;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;

/** Looks up who used a month's AI credits; for those who may see cost. */
@Singleton
public class CostDetails {
    private final CreditsByTeam teams;
    private final TeamCreditsStore store;

    CostDetails(CreditsByTeam teams, TeamCreditsStore store) {
        this.teams = teams;
        this.store = store;
    }

    /** People only where the question's place may name them. */
    public CostDetail of(CommandContext question, YearMonth month) {
        return of(
                question.organization().id(), month, question.policy().privacy().minTeamSize(), question.mayName());
    }

    private CostDetail of(long org, YearMonth month, int threshold, boolean mayName) {
        return new CostDetail(teams.of(org, month, threshold), mayName ? store.people(org, month) : List.of());
    }
}

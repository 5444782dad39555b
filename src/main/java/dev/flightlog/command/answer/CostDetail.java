package dev.flightlog.command.answer;

import dev.flightlog.cost.TeamCredits;
import dev.flightlog.cost.TeamCreditsStore.PersonCredits;
import java.util.List;

/**
 * Who used a month's AI credits.
 *
 * @param people most credits first; empty where people are not named
 */
public record CostDetail(TeamCredits teams, List<PersonCredits> people) {
    /** Nobody is known, or nobody may be named. */
    public static final CostDetail NONE = new CostDetail(new TeamCredits(List.of(), 0), List.of());

    public CostDetail {
        people = List.copyOf(people);
    }
}

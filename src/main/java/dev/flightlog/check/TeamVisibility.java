package dev.flightlog.check;

import java.util.Collection;

/**
 * How many teams show numbers, and how many are too small.
 *
 * @param hidden teams with fewer people with a seat than the policy asks for
 */
record TeamVisibility(int visible, int hidden) {
    /** @param seatsByTeam people with a seat, for every team */
    static TeamVisibility of(Collection<Integer> seatsByTeam, int minTeamSize) {
        int visible =
                (int) seatsByTeam.stream().filter(seats -> seats >= minTeamSize).count();
        return new TeamVisibility(visible, seatsByTeam.size() - visible);
    }
}

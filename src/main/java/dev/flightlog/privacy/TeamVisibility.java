package dev.flightlog.privacy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which teams may be shown now, by who is in them and holds a seat. The same for posts, commands, checks, API and
 * pages.
 */
public record TeamVisibility(Map<Long, Reason> teams) {
    public TeamVisibility {
        teams = Map.copyOf(teams);
    }

    /** Shown, or why not. */
    public enum Reason {
        SHOWN,
        /** Too few people hold a seat. */
        TOO_SMALL,
        /** Together with what else is shown it would reveal too few people. */
        GIVES_AWAY_OTHERS,
        /**
         * GitHub shows the team to its members only, and so do the pages; in posts, commands and the API it is hidden.
         */
        SECRET
    }

    /** Whether the numbers of a team may be shown to every reader; false for one that is not known. */
    public boolean shows(long team) {
        return teams.get(team) == Reason.SHOWN;
    }

    /** Whether they may be shown to somebody who may see the team on GitHub: a member of it, or an owner. */
    public boolean showsToMembers(long team) {
        return shows(team) || teams.get(team) == Reason.SECRET;
    }

    /** How many teams show numbers. */
    public int shown() {
        return teams.size() - hidden();
    }

    /** How many do not. */
    public int hidden() {
        return hiddenTeams().size();
    }

    /** Ids of the teams whose numbers may not be shown. */
    public Set<Long> hiddenTeams() {
        return teams.keySet().stream().filter(team -> !shows(team)).collect(Collectors.toSet());
    }
}

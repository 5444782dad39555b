package dev.flightlog.check;

import java.util.List;

/** What became of a click on a button of the seats check. */
sealed interface ButtonAnswer {
    /** It is being done. */
    record Accepted(SeatCheckButton button, String login) implements ButtonAnswer {}

    /** Nothing was done, because this person may not. */
    record Refused(SeatCheckButton button, String login, List<String> adminTeams) implements ButtonAnswer {
        public Refused {
            adminTeams = List.copyOf(adminTeams);
        }
    }
}

package dev.flightlog.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a click on a button of the seats check. */
sealed interface ButtonAnswer {
    SeatCheckButton button();

    /** Who clicked; null where people are not named. */
    @Nullable
    String login();

    /** It is being done. */
    record Accepted(SeatCheckButton button, @Nullable String login) implements ButtonAnswer {}

    /** Nothing was done, because this person may not. */
    record Refused(SeatCheckButton button, @Nullable String login, List<String> adminTeams) implements ButtonAnswer {
        public Refused {
            adminTeams = List.copyOf(adminTeams);
        }
    }
}

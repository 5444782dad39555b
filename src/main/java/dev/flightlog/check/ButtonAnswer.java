package dev.flightlog.check;

import dev.flightlog.calendar.IsoWeek;
import java.net.URI;
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

    /**
     * The weekly post is done.
     *
     * @param week ISO week of the existing post
     * @param fresh true where it was posted or counted again since the click
     */
    record Posted(SeatCheckButton button, @Nullable String login, IsoWeek week, URI post, boolean fresh)
            implements ButtonAnswer {}

    /** No post came of it within the time that somebody looks. */
    record NotPosted(SeatCheckButton button, @Nullable String login) implements ButtonAnswer {}

    /** Nothing was done, because this person may not. */
    record Refused(SeatCheckButton button, @Nullable String login, List<String> adminTeams) implements ButtonAnswer {
        public Refused {
            adminTeams = List.copyOf(adminTeams);
        }
    }
}

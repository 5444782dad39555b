package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.text.Numbers;
import java.util.List;

/** Words for weeks whose data have just changed, so that what may be shown of them is not decided yet. Pure. */
public final class UndecidedWeeks {
    private UndecidedWeeks() {}

    /** A sentence; empty where all are decided. */
    public static String sentence(List<IsoWeek> weeks) {
        if (weeks.isEmpty()) {
            return "";
        }
        int more = weeks.size() - 1;
        return weeks.getFirst()
                + (more == 0 ? " is" : " and " + Numbers.plural(more, "earlier week") + " are")
                + " left out: the data have just changed, and what may be shown is decided within a few minutes.";
    }

    /** The same as a paragraph of its own, below an answer. */
    static String paragraph(List<IsoWeek> weeks) {
        return weeks.isEmpty() ? "" : "\n" + sentence(weeks) + "\n";
    }
}

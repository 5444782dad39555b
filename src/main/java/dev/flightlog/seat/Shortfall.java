package dev.flightlog.seat;

import dev.flightlog.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a listing fell short of the seats that GitHub counts, and what became of people who are known and not listed.
 *
 * @param counted seats that GitHub counts; null where it does not say
 * @param listed entries that it lists
 * @param held people not listed who hold a seat, as GitHub says when asked about them alone
 * @param ended people not listed who hold none any more
 * @param open people not listed of whom it is not known; their seats stay
 */
public record Shortfall(@Nullable Integer counted, int listed, int held, int ended, int open) {
    /** The listing is complete. */
    public static final Shortfall NONE = new Shortfall(0, 0, 0, 0, 0);

    /** For administrators; null where nothing is missing. */
    public @Nullable String sentence() {
        if (equals(NONE)) {
            return null;
        }
        List<String> sentences = new ArrayList<>();
        if (counted == null) {
            sentences.add("GitHub lists " + Numbers.plural(listed, "seat")
                    + " and does not say how many there are, so the" + " listing does not show who lost a seat.");
        } else if (listed < counted) {
            sentences.add("GitHub counts " + Numbers.plural(counted, "seat") + " and lists " + listed
                    + ", also when asked again.");
        }
        if (held + ended > 0) {
            sentences.add(
                    "Of the people it left out, asked about one by one, " + held + (held == 1 ? " holds" : " hold")
                            + " a seat and " + ended + (ended == 1 ? " holds" : " hold") + " none any more.");
        }
        if (open > 0) {
            sentences.add(Numbers.plural(open, "person", "people") + " whom it did not list "
                    + (open == 1 ? "keeps the seat" : "keep their seats")
                    + " until GitHub lists all or answers about them.");
        }
        int nameless = counted == null ? 0 : counted - listed - held - open;
        if (nameless > 0) {
            sentences.add(Numbers.plural(nameless, "seat") + " that GitHub counts " + (nameless == 1 ? "is" : "are")
                    + " not shown here: it does not say whose.");
        }
        return String.join(" ", sentences);
    }
}

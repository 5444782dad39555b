package dev.flightlog.summary.text;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.policy.NameForms;
import dev.flightlog.summary.Neighbors.Neighbor;
import dev.flightlog.summary.WeekFigures;
import dev.flightlog.summary.WeeklySummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The last lines: the posts before and after, how to ask, and the mentions of the policy. */
final class SummaryFooter {
    private SummaryFooter() {}

    static String render(WeeklySummary summary) {
        List<String> words = new ArrayList<>();
        link(words, "Before: ", summary.neighbors().previous());
        link(words, "After: ", summary.neighbors().next());
        unposted(words, summary);
        words.add("Questions: comment " + summary.provenance().command("help"));
        String line = String.join(" · ", words);
        List<String> mentions =
                summary.mentions().stream().filter(NameForms::isMention).toList();
        return mentions.isEmpty() ? line : line + "\n\nFor " + String.join(" ", mentions);
    }

    /** Weeks with data between the post before and this one: theirs were due while no data came. */
    private static void unposted(List<String> words, WeeklySummary summary) {
        Neighbor previous = summary.neighbors().previous();
        List<IsoWeek> weeks = previous == null
                ? List.of()
                : summary.weeks().stream()
                        .map(WeekFigures::week)
                        .filter(week -> week.compareTo(previous.week()) > 0 && week.compareTo(summary.week()) < 0)
                        .toList();
        if (!weeks.isEmpty()) {
            words.add("No post: " + weeks.stream().map(IsoWeek::toString).collect(Collectors.joining(", "))
                    + ", whose data came too late; see "
                    + summary.provenance().command("summary " + weeks.getLast()));
        }
    }

    private static void link(List<String> words, String label, @Nullable Neighbor neighbor) {
        if (neighbor != null) {
            words.add(label + "[" + neighbor.week() + "](" + neighbor.post().toASCIIString() + ")");
        }
    }
}

package dev.flightlog.summary.text;

import dev.flightlog.policy.NameForms;
import dev.flightlog.summary.Neighbors.Neighbor;
import dev.flightlog.summary.WeeklySummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last lines: the posts before and after, how to ask, and the mentions of the policy. */
final class SummaryFooter {
    private SummaryFooter() {}

    static String render(WeeklySummary summary) {
        List<String> words = new ArrayList<>();
        link(words, "Before: ", summary.neighbors().previous());
        link(words, "After: ", summary.neighbors().next());
        words.add("Questions: comment " + summary.provenance().command("help"));
        String line = String.join(" · ", words);
        List<String> mentions =
                summary.mentions().stream().filter(NameForms::isMention).toList();
        return mentions.isEmpty() ? line : line + "\n\nFor " + String.join(" ", mentions);
    }

    private static void link(List<String> words, String label, @Nullable Neighbor neighbor) {
        if (neighbor != null) {
            words.add(label + "[" + neighbor.week() + "](" + neighbor.post().toASCIIString() + ")");
        }
    }
}

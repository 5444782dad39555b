package dev.flightlog.summary.text;

import dev.flightlog.summary.Coverage;
import dev.flightlog.summary.Coverage.Correction;
import dev.flightlog.summary.Coverage.Reason;
import dev.flightlog.text.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says above the table what is missing from the week, and what was corrected after it was posted. */
public final class CoverageNote {
    private CoverageNote() {}

    static String render(Coverage coverage) {
        return render(
                coverage,
                coverage.missing().size() == 1
                        ? "; this post is edited when it comes."
                        : "; this post is edited when they come.");
    }

    /** As {@link #render(Coverage)}, for a reply, which is not edited. */
    public static String inAnswer(Coverage coverage) {
        return render(coverage, ".");
    }

    private static String render(Coverage coverage, String whatFollows) {
        List<String> lines = new ArrayList<>();
        if (!coverage.isWhole()) {
            lines.add("> **" + daysOf(coverage.days().size()) + ":** " + why(coverage, whatFollows));
        }
        coverage.corrections().stream()
                .map(Correction::on)
                .distinct()
                .sorted()
                .forEach(on -> lines.add("> " + corrected(coverage, on)));
        return String.join("\n>\n", lines);
    }

    /** "6 of 7 days". */
    public static String daysOf(int days) {
        return days + " of 7 days";
    }

    private static String why(Coverage coverage, String whatFollows) {
        String begin = coverage.beginsInside()
                ? "This organization's data begin on "
                        + Dates.day(Objects.requireNonNull(coverage.dataSince(), "dataSince")) + "."
                : "";
        String missing = coverage.missing().isEmpty()
                ? ""
                : unpublished(coverage) + unasked(coverage) + notDue(coverage)
                        + "The numbers lack "
                        + (coverage.missing().size() == 1 ? "that day" : "those days")
                        + whatFollows;
        return (begin + " " + missing).strip();
    }

    private static String unpublished(Coverage coverage) {
        return coverage.notPublished().isEmpty()
                ? ""
                : "GitHub had published no figures of " + list(coverage.notPublished()) + " when it was last asked. ";
    }

    private static String unasked(Coverage coverage) {
        List<LocalDate> unasked = coverage.missing().stream()
                .filter(coverage.notAsked()::contains)
                .filter(day -> !coverage.notDue().contains(day))
                .toList();
        return unasked.isEmpty() ? "" : list(unasked) + (unasked.size() == 1 ? " is" : " are") + " still to be read. ";
    }

    private static String notDue(Coverage coverage) {
        List<LocalDate> early =
                coverage.missing().stream().filter(coverage.notDue()::contains).toList();
        return early.isEmpty()
                ? ""
                : list(early) + (early.size() == 1 ? " is" : " are")
                        + " not due yet: GitHub publishes a day up to two days later. ";
    }

    private static String corrected(Coverage coverage, LocalDate on) {
        // Of a day that came late nobody knows when GitHub published it: its report may have been broken before.
        String reasons = List.of(Reason.values()).stream()
                .map(reason -> corrected(coverage.corrections(), on, reason))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", and "));
        return "**Edited:** on " + Dates.dayAndYear(on) + " " + reasons + "; the week was counted again.";
    }

    private static String corrected(List<Correction> corrections, LocalDate on, Reason reason) {
        List<LocalDate> days = corrections.stream()
                .filter(correction -> correction.on().equals(on) && correction.reason() == reason)
                .map(Correction::day)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return "";
        }
        return switch (reason) {
            case RESTATED -> "GitHub restated the figures of " + list(days);
            case PUBLISHED_LATE -> "the figures of " + list(days) + " came";
            case TEAMS_PUBLISHED_LATE -> "who was in which team on " + list(days) + " came";
        };
    }

    /** "Nov 9, Nov 10 and Nov 12". */
    static String list(List<LocalDate> days) {
        List<String> words = days.stream().map(Dates::day).toList();
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}

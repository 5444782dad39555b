package dev.flightlog.summary.text;

import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.summary.Coverage;
import dev.flightlog.summary.Provenance;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** How the numbers were made: what they mean, from which days, under which policy, with which known defects. */
final class MethodologySection {
    private MethodologySection() {}

    static String render(WeeklySummary summary) {
        Provenance provenance = summary.provenance();
        String body = Definitions.markdown(provenance.minTeamSize(), provenance.idleAfterDays())
                + "\n" + days(summary)
                + defects(provenance)
                + "\n\n" + made(provenance);
        return new Fold("How these numbers are made", body).render();
    }

    private static String days(WeeklySummary summary) {
        Coverage coverage = summary.coverage();
        int days = coverage.days().size();
        return "Report days used: " + (days == 0 ? "none" : span(coverage.days())) + " (" + CoverageNote.daysOf(days)
                + ")." + ofTeams(summary) + restated(coverage);
    }

    private static String ofTeams(WeeklySummary summary) {
        List<LocalDate> unknown = summary.coverage().daysWithoutTeams();
        return unknown.isEmpty() || summary.teams().shown().isEmpty()
                ? ""
                : " Of teams " + CoverageNote.daysOf(summary.coverage().days().size() - unknown.size()) + ".";
    }

    private static String span(List<LocalDate> days) {
        boolean gapless = days.getFirst().plusDays(days.size() - 1L).equals(days.getLast());
        return gapless ? Dates.span(days.getFirst(), days.getLast()) : CoverageNote.list(days);
    }

    private static String restated(Coverage coverage) {
        return coverage.restated().isEmpty()
                ? ""
                : " Restated by GitHub: " + CoverageNote.list(coverage.restated()) + ".";
    }

    private static String defects(Provenance provenance) {
        if (provenance.defects().isEmpty()) {
            return "";
        }
        return provenance.defects().stream()
                .map(defect -> "- " + since(defect) + Markdown.text(defect.words()))
                .collect(Collectors.joining("\n", "\n\nKnown defects of GitHub's data in this week:\n\n", ""));
    }

    private static String since(Provenance.Defect defect) {
        LocalDate last = defect.lastDay();
        return last == null ? "" : Dates.span(defect.firstDay(), last) + ": ";
    }

    private static String made(Provenance provenance) {
        String commit = provenance.policyCommit();
        String policy = commit == null
                ? "the default policy"
                : "the policy of commit " + Markdown.code(commit.substring(0, Math.min(commit.length(), 10)));
        return "Made by Flightlog " + Markdown.code(provenance.version()) + " under " + policy + "; team size "
                + Numbers.count(provenance.minTeamSize()) + " or more.";
    }
}

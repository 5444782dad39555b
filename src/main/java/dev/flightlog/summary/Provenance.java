package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which rules the figures were made.
 *
 * @param minTeamSize people with a seat that a team needs before its numbers are shown
 * @param idleAfterDays days without activity after which a seat is idle
 * @param policyCommit commit of the policy file in force; null where the defaults hold
 * @param commands how slash commands start, from the policy; missing in summaries kept from before 0.2
 * @param version version of Flightlog
 * @param defects known defects of GitHub's data in the week
 */
public record Provenance(
        int minTeamSize,
        long idleAfterDays,
        @Nullable String policyCommit,
        @Nullable String commands,
        String version,
        List<Defect> defects) {
    public Provenance {
        defects = List.copyOf(defects);
        if (minTeamSize < 5) {
            throw new IllegalArgumentException("minTeamSize must be 5 or more, but is " + minTeamSize);
        }
    }

    /** A command as people write it, marked as code. */
    public String command(String words) {
        return Markdown.code((commands == null ? Policy.DEFAULTS.commands().prefix() : commands) + " " + words);
    }

    /** A known defect of GitHub's data; without a last day it is still so. */
    public record Defect(LocalDate firstDay, @Nullable LocalDate lastDay, String words) {
        public boolean touches(IsoWeek week) {
            return !firstDay.isAfter(week.sunday()) && (lastDay == null || !lastDay.isBefore(week.monday()));
        }
    }
}

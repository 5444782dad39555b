package dev.flightlog.policy;

import dev.flightlog.seat.SeatRules;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How one organization wants its Copilot governed: the content of {@code .github/flightlog.yml}, complete. */
public record Policy(
        Summary summary, SeatRules seats, Budget budget, Privacy privacy, Access access, Commands commands) {
    /** Where the file stands in the governance repository. */
    public static final String FILE = ".github/flightlog.yml";

    /** What holds without a file, and for everything a file does not say. */
    public static final Policy DEFAULTS = new Policy(
            new Summary(
                    PostTo.ISSUE,
                    "general",
                    new SummarySchedule(DayOfWeek.WEDNESDAY, LocalTime.of(8, 0), ZoneId.of("UTC")),
                    List.of("copilot-usage"),
                    List.of(),
                    List.of(),
                    true),
            SeatRules.DEFAULTS,
            new Budget(Optional.empty(), Optional.empty()),
            new Privacy(5, Names.PRIVATE_REPOSITORY, Duration.ofDays(400)),
            new Access(List.of(), List.of()),
            new Commands("/copilot"));

    /**
     * The weekly post.
     *
     * @param mention people and teams the post may notify, with their "@"
     */
    public record Summary(
            PostTo postTo,
            String discussionCategory,
            SummarySchedule schedule,
            List<String> labels,
            List<String> assignees,
            List<String> mention,
            boolean closePrevious) {
        public Summary {
            labels = List.copyOf(labels);
            assignees = List.copyOf(assignees);
            mention = List.copyOf(mention);
        }
    }

    /** Where the weekly post goes. */
    public enum PostTo {
        ISSUE,
        DISCUSSION
    }

    /** What may be spent in a month; nothing means no limit is known. */
    public record Budget(Optional<BigDecimal> seatsUsdPerMonth, Optional<Long> aiCreditsPerMonth) {}

    /**
     * Who may be seen.
     *
     * @param minTeamSize teams with fewer seats show no numbers anywhere; 5 or more
     * @param retention usage older than this is erased
     */
    public record Privacy(int minTeamSize, Names names, Duration retention) {
        /** GitHub's own threshold; a smaller team would tell about single people. */
        public static final int SMALLEST_TEAM = 5;

        public Privacy {
            if (minTeamSize < SMALLEST_TEAM) {
                throw new IllegalArgumentException(
                        "minTeamSize must be " + SMALLEST_TEAM + " or more, but is " + minTeamSize);
            }
        }
    }

    /** Where people are named. */
    public enum Names {
        PRIVATE_REPOSITORY,
        NEVER;

        /** The word in the file. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Who may ask for what.
     *
     * @param adminTeams slugs of teams that may do what the organization's owners may
     * @param apiBranches branches of the governance repository, beside the default one, whose workflows may read the API
     */
    public record Access(List<String> adminTeams, List<String> apiBranches) {
        public Access {
            adminTeams = List.copyOf(adminTeams);
            apiBranches = List.copyOf(apiBranches);
        }
    }

    /** How slash commands start. */
    public record Commands(String prefix) {}
}

package dev.flightlog.policy;

import dev.flightlog.calendar.SummarySchedule;
import dev.flightlog.seat.Exemption;
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
        Summary summary,
        SeatRules seats,
        Reviews reviews,
        Budget budget,
        Privacy privacy,
        Access access,
        Commands commands) {
    /** Path of the file in the governance repository. */
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
                    true,
                    false),
            SeatRules.DEFAULTS,
            Reviews.DEFAULTS,
            new Budget(Optional.empty(), Optional.empty()),
            new Privacy(5, Names.PRIVATE_REPOSITORY, Duration.ofDays(400)),
            new Access(List.of(), List.of()),
            new Commands("/copilot"));

    /** The same policy, for people and teams by the names that they have now. */
    public Policy withNames(List<Exemption> exemptions, List<String> adminTeams) {
        return new Policy(
                summary,
                seats.withExemptions(exemptions),
                reviews,
                budget,
                privacy,
                new Access(adminTeams, access.apiBranches()),
                commands);
    }

    /**
     * The weekly post.
     *
     * @param mention people and teams the post may notify, with their "@"
     * @param digest whether a short card of it goes to a chat
     */
    public record Summary(
            PostTo postTo,
            String discussionCategory,
            SummarySchedule schedule,
            List<String> labels,
            List<String> assignees,
            List<String> mention,
            boolean closePrevious,
            boolean digest) {
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

    public Policy {
        if (reviews.idleAfter().compareTo(seats.idleAfter()) < 0) {
            throw new IllegalArgumentException("reviews.idleAfter must not be less than seats.idleAfter, "
                    + seats.idleAfter() + ", but is " + reviews.idleAfter());
        }
    }

    /** Reviews use the idle time that holds where the file sets none for them. */
    boolean reviewsFollowSeats() {
        return reviews.idleAfter().equals(Reviews.usualIdleAfter(seats));
    }

    /**
     * Seat reviews.
     *
     * @param every how often one starts by itself; nothing means never
     * @param day on which it starts, at the time of the weekly post
     * @param idleAfter a seat is proposed when it was not used for longer than this
     * @param notice time to keep a seat before it may be taken back
     * @param maxSeats the most seats of one review, longest unused first
     * @param mention whether the issue notifies the holders
     */
    public record Reviews(
            Optional<Duration> every,
            DayOfWeek day,
            Duration idleAfter,
            Duration notice,
            int maxSeats,
            boolean mention) {
        /** GitHub documents no limit; more than this nobody reads through. */
        public static final int MAX_SEATS = 50;

        static final int MIN_NOTICE_DAYS = 3;
        /** Shorter than the time in which a review must be approved. */
        static final int MAX_NOTICE_DAYS = 28;

        public static final Reviews DEFAULTS = new Reviews(
                Optional.empty(), DayOfWeek.MONDAY, Duration.ofDays(60), Duration.ofDays(7), MAX_SEATS, false);

        /** The idle time of reviews where the file sets none: the default, or that of seats where it is longer. */
        static Duration usualIdleAfter(SeatRules seats) {
            return DEFAULTS.idleAfter.compareTo(seats.idleAfter()) >= 0 ? DEFAULTS.idleAfter : seats.idleAfter();
        }

        public Reviews {
            if (notice.compareTo(Duration.ofDays(MIN_NOTICE_DAYS)) < 0
                    || notice.compareTo(Duration.ofDays(MAX_NOTICE_DAYS)) > 0) {
                throw new IllegalArgumentException(
                        "notice must be " + MIN_NOTICE_DAYS + " to " + MAX_NOTICE_DAYS + " days, but is " + notice);
            }
            if (maxSeats < 1 || maxSeats > MAX_SEATS) {
                throw new IllegalArgumentException("maxSeats must be 1 to " + MAX_SEATS + ", but is " + maxSeats);
            }
        }
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
        /** GitHub's own threshold; a smaller team would reveal single people. */
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
     * @param apiBranches branches of the governance repository, in addition to the default one, whose workflows may
     * read the API
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

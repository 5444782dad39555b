package dev.flightlog.fake.report;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What a person does on a day, in flags that are cheap to ask for many days. */
final class Habits {
    static final int CODE = 1;
    static final int CHAT = 2;
    static final int AGENT = 4;
    static final int CLI = 8;
    static final int APP = 16;
    static final int CLOUD_AGENT = 32;
    static final int REVIEW_ACTIVE = 64;
    static final int REVIEW_PASSIVE = 128;
    static final int VSCODE_AGENT = 256;
    /** A row without any activity, as the reports have for people who were merely seen. */
    static final int SEEN = 512;

    static final int ACTIVITY = SEEN - 1;

    private final long seed;

    Habits(long seed) {
        this.seed = seed;
    }

    /** The flags of a person's day; zero when the day has no row for that person. */
    int of(Profile profile, LocalDate day) {
        if (!profile.hasSeat() || !profile.mayBeActive(day)) {
            return 0;
        }
        Chance chance = Chance.of(seed, profile.index(), day.toEpochDay());
        double often = weekend(day) ? profile.weekend() : profile.weekday();
        double dice = chance.fraction();
        if (dice >= often) {
            return quiet(dice);
        }
        return active(profile, chance);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static int quiet(double dice) {
        if (dice > 0.995) {
            return REVIEW_PASSIVE;
        }
        return dice > 0.985 ? SEEN : 0;
    }

    private static int active(Profile profile, Chance chance) {
        int flags = CODE;
        flags |= chance.likely(profile.chat()) ? CHAT : 0;
        flags |= chance.likely(profile.agent()) ? AGENT | CHAT : 0;
        flags |= chance.likely(profile.cli()) ? CLI : 0;
        flags |= chance.likely(profile.app()) ? APP : 0;
        flags |= chance.likely(profile.agent() * 0.15) ? CLOUD_AGENT : 0;
        flags |= chance.likely(0.06) ? REVIEW_ACTIVE : 0;
        flags |= chance.likely(0.12) ? REVIEW_PASSIVE : 0;
        flags |= profile.ides().contains("vscode") && chance.likely(0.05) ? VSCODE_AGENT : 0;
        return flags;
    }

    /** The flags of all days from the first to the last, together. */
    int during(Profile profile, LocalDate first, LocalDate last) {
        int flags = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            flags |= of(profile, day);
        }
        return flags & ACTIVITY;
    }

    /**
     * The adoption phase on a day: a feature counts when used on two days of the trailing 28 (github.md: Report rows).
     */
    int phase(Profile profile, LocalDate day) {
        int once = 0;
        int twice = 0;
        for (int back = 0; back < 28; back++) {
            int flags = of(profile, day.minusDays(back));
            twice |= once & flags;
            once |= flags;
        }
        int agents = Integer.bitCount(twice & (AGENT | CLI | CLOUD_AGENT));
        if (agents > 1) {
            return 3;
        }
        if (agents == 1) {
            return 2;
        }
        return (twice & (CODE | CHAT)) == 0 ? 0 : 1;
    }
}

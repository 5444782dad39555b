package dev.flightlog.command.parse;

import java.time.LocalDate;

/** From when on: a day, or so many days back. */
public sealed interface Since {
    /** The first UTC day that is meant. */
    LocalDate day(LocalDate today);

    /** So many days back from today. */
    record DaysBack(int days) implements Since {
        public DaysBack {
            if (days < 1) {
                throw new IllegalArgumentException("days must be 1 or more, but is " + days);
            }
        }

        @Override
        public LocalDate day(LocalDate today) {
            return today.minusDays(days);
        }
    }

    /** This day and those after it. */
    record Day(LocalDate first) implements Since {
        @Override
        public LocalDate day(LocalDate today) {
            return first;
        }
    }
}

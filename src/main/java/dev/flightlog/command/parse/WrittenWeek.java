package dev.flightlog.command.parse;

import dev.flightlog.calendar.IsoWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/** A week as people write it. */
public sealed interface WrittenWeek {
    /** The week that is meant; nothing for the latest one that has data. */
    Optional<IsoWeek> at(LocalDate today);

    /** {@code 2026-W46}, or any day of it. */
    record Exact(IsoWeek week) implements WrittenWeek {
        @Override
        public Optional<IsoWeek> at(LocalDate today) {
            return Optional.of(week);
        }
    }

    /** {@code W46}: the last one of that number that has begun. */
    record Numbered(int number) implements WrittenWeek {
        /** Not every year has a week 53, but one of these has. */
        private static final int YEARS = 8;

        public Numbered {
            if (number < 1 || number > 53) {
                throw new IllegalArgumentException("number must be from 1 to 53, but is " + number);
            }
        }

        @Override
        public Optional<IsoWeek> at(LocalDate today) {
            IsoWeek running = IsoWeek.of(today);
            return IntStream.range(0, YEARS)
                    .mapToObj(back -> IsoWeek.parse("%04d-W%02d".formatted(running.year() - back, number)))
                    .flatMap(Optional::stream)
                    .filter(week -> week.compareTo(running) <= 0)
                    .findFirst();
        }
    }

    /** {@code latest} or {@code last}. */
    record Latest() implements WrittenWeek {
        @Override
        public Optional<IsoWeek> at(LocalDate today) {
            return Optional.empty();
        }
    }
}

package dev.flightlog.usage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How many people are in one of GitHub's adoption phases on a day, of the 28 days up to it. */
public record PhaseDay(
        LocalDate day,
        int number,
        String name,
        @Nullable Integer people,
        @Nullable Integer engaged) {}

package dev.flightlog.summary;

import org.jspecify.annotations.Nullable;

/**
 * One of GitHub's adoption phases on the last day of the week (github.md: Report rows), or several put together.
 *
 * @param number GitHub's number of it; null for several together, where one alone would be about too few people
 * @param name GitHub's name of it, or our words for several
 * @param people people in this phase over the trailing 28 days; null where GitHub does not say
 * @param engaged people of this phase who were active on that day; null where GitHub does not say
 */
public record Phase(
        @Nullable Integer number,
        String name,
        @Nullable Integer people,
        @Nullable Integer engaged) {
    /** For people who do not know GitHub's numbers. */
    public String words() {
        return switch (number) {
            case null -> name;
            case 0 -> "No phase";
            case 1 -> "1: code first";
            case 2 -> "2: agent first";
            case 3 -> "3: several agents";
            default -> name;
        };
    }
}

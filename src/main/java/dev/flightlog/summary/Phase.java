package dev.flightlog.summary;

import org.jspecify.annotations.Nullable;

/**
 * One of GitHub's adoption phases on the last day of the week (FACTS §5.1).
 *
 * @param name GitHub's name of it
 * @param people people in this phase over the trailing 28 days; null where GitHub does not tell
 * @param engaged people of this phase who were active on that day; null where GitHub does not tell
 */
public record Phase(
        int number,
        String name,
        @Nullable Integer people,
        @Nullable Integer engaged) {}

package dev.flightlog.setup;

import java.util.SortedMap;

/** Knows how far an installation is; answers from Postgres, so that strangers cost no GitHub call. */
public interface InstallationLookup {
    InstallationState state(long installationId);

    /** Every installation that is not removed, by its number. */
    SortedMap<Long, InstallationState> all();
}

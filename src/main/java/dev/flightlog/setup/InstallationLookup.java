package dev.flightlog.setup;

import java.util.SortedMap;

/** Knows how far an installation is; answers from Postgres, so that strangers cost no GitHub call. */
public interface InstallationLookup {
    InstallationState state(long installationId);

    /** Every installation that is not removed, by its number. */
    SortedMap<Long, InstallationState> all();

    /**
     * An owner confirms that the repository that waits is the governance repository. GitHub is asked who the person is.
     *
     * @param login what the person was called at the sign-in
     */
    AdoptionState adopt(long installationId, long personId, String login);
}

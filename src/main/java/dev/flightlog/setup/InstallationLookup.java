package dev.flightlog.setup;

/** Knows how far an installation is; the root package answers from Postgres, so that strangers cost no GitHub call. */
public interface InstallationLookup {
    InstallationState state(long installationId);
}

package dev.flightlog.command.refresh;

/** Starts new readings; the root package gives the one that knows the jobs. */
public interface RefreshStarter {
    /** Asks for directory, governance, seats and usage of an organization to be read now. Asking twice starts nothing twice. */
    void refresh(long organization);
}

package dev.flightlog.governance;

/** Wants to know when an organization's governance repository is there and was not before, or is another one now. */
public interface RepositoryListener {
    /** In the transaction that writes it down. */
    void ready(long org, GovernanceRepository repository);
}

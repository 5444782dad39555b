package dev.flightlog.cost;

/** Whose bill it is, as far as it shows. */
public enum Biller {
    /** The organization's own, or nothing says otherwise. */
    ORGANIZATION,
    /** GitHub gives this organization no billing report although the app may read it: its enterprise is billed. */
    ENTERPRISE
}

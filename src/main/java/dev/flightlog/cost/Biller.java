package dev.flightlog.cost;

/** Whose bill it is, and so whose pool of AI credits: that of the organization, or one that its enterprise shares. */
public enum Biller {
    /** GitHub gave the organization a billing report of its own. */
    ORGANIZATION,
    /** GitHub gives this organization no billing report although the app may read it: its enterprise is billed. */
    ENTERPRISE,
    /** Nobody knows: the app may not read billing, or never got an answer. */
    UNKNOWN
}

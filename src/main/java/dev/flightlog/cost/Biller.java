package dev.flightlog.cost;

/** Whose bill it is, and so whose pool of AI credits: that of the organization, or one that its enterprise shares. */
public enum Biller {
    /** GitHub gave the organization a billing report of its own. */
    ORGANIZATION,
    /** GitHub said so when it refused the billing report. */
    ENTERPRISE,
    /** Nobody knows: the app may not read billing, never got an answer, or GitHub has no report of this organization. */
    UNKNOWN
}

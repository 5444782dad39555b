package dev.flightlog.publish;

/** Whether a post names people, beside whoever asked for it. */
public enum Naming {
    NOBODY,
    /** What must not stay where people may not be named any more. */
    PEOPLE
}

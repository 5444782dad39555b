package dev.flightlog.fake.report;

/** How the teams of an invented organization hang together. */
public enum TeamShape {
    /** Nearly all beside each other; one in ten has the same parent. */
    FLAT,
    /** As in large companies: divisions of four departments of six teams, with managers between them. */
    TREE
}

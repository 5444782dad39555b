package dev.flightlog.summary;

/** Why no newer data come. */
public sealed interface StaleCause {
    /** The policy "Copilot usage metrics" is off (github.md: Metrics policy). */
    record MetricsPolicyOff() implements StaleCause {}

    /** The installation lacks a permission, GitHub's key of it. */
    record PermissionMissing(String permission) implements StaleCause {}

    /** An owner suspended the installation. */
    record Suspended() implements StaleCause {}

    /** GitHub does not answer, fails, or publishes a report that cannot be read; it is tried again. The sentence says which. */
    record NotRead(String sentence) implements StaleCause {}

    /** GitHub refuses, and a person must act; the sentence says why and what to do. */
    record Refused(String sentence) implements StaleCause {}

    /** GitHub answers, but publishes no newer day. */
    record NotPublished() implements StaleCause {}
}

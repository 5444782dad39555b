package dev.flightlog.jobs;

/** Judges failures by their type. The root package gives the one that knows GitHub's. */
@FunctionalInterface
public interface RetryRule {
    Retry judge(Throwable failure);
}

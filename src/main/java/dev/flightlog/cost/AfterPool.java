package dev.flightlog.cost;

/** What happens when the pool of AI credits is used up. */
public sealed interface AfterPool {
    /** Credits are bought, and no budget on GitHub stops it. */
    record Bought() implements AfterPool {}

    /** Credits are bought; what stops is, for example, whoever reaches a budget of their own, or the use of one product. */
    record MayStopInPart() implements AfterPool {}

    /** Owners set a budget of 0 USD on GitHub, which does not stop use: each credit that is bought is beyond it. */
    record BoughtBeyondZero() implements AfterPool {}

    /** Credits are bought until a budget on GitHub is used up, US dollars; at 0 use stops with the pool. */
    record StopsAt(long usd) implements AfterPool {}

    /** GitHub's budgets are not known. */
    record NotKnown() implements AfterPool {}
}

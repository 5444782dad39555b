package dev.flightlog.cost;

import java.math.BigDecimal;

/** How much of the AI credits that come with the seats a month uses; a seat given back takes its credits along. */
public sealed interface PoolUse {
    /**
     * The organization's own pool.
     *
     * @param included AI credits that come with the seats of the next billing cycle, in which a saving takes effect
     * @param projected AI credits that a month is expected to use at the pace of the one that runs
     */
    record Projected(BigDecimal included, BigDecimal projected) implements PoolUse {
        public Projected {
            if (included.signum() < 0 || projected.signum() < 0) {
                throw new IllegalArgumentException(
                        "included and projected must not be negative, but are " + included + " and " + projected);
            }
        }
    }

    /** Whose pool it is, is not known; {@code own} is how much would be used if it is the organization's. */
    record PerhapsOwn(Projected own) implements PoolUse {}

    /** The enterprise holds the bill: its organizations share one pool, which an organization cannot see. */
    record SharedWithEnterprise() implements PoolUse {}

    /** How many AI credits come with the seats is not known: GitHub does not name the plan of one of them. */
    record PoolUnknown() implements PoolUse {}

    /** Too few days of the month are known to say where it will end. */
    record NotProjected() implements PoolUse {}
}

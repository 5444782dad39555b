/** Receives GitHub's deliveries: verify, store, enqueue, answer 202; later parse; recovers missed ones. */
@NullMarked
package dev.flightlog.webhook;

import org.jspecify.annotations.NullMarked;

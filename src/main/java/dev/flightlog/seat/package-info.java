/** Who holds a seat, since when, what is known of its use, and what state that makes. */
@NullMarked
package dev.flightlog.seat;

import org.jspecify.annotations.NullMarked;

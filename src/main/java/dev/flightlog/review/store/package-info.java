/** The rows of seat reviews, seat requests and of what was done to seats. */
@NullMarked
package dev.flightlog.review.store;

import org.jspecify.annotations.NullMarked;

/** Words the issue of a seat review. Pure. */
@NullMarked
package dev.flightlog.review.text;

import org.jspecify.annotations.NullMarked;

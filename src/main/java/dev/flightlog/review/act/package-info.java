/** Carries reviews and requests out: starts, keeps, approves, takes back, confirms, undoes. */
@NullMarked
package dev.flightlog.review.act;

import org.jspecify.annotations.NullMarked;

/** The month's alert: AI credits of the pool or of a budget are nearly used, or used up. */
@NullMarked
package dev.flightlog.alert;

import org.jspecify.annotations.NullMarked;

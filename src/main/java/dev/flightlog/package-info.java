/** Starts Flightlog and joins its features: who reacts to which event, what is due when. */
@NullMarked
package dev.flightlog;

import org.jspecify.annotations.NullMarked;

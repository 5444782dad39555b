/** REST over the same stores that posts and commands read, for whoever brings a token. */
@NullMarked
package dev.flightlog.api;

import org.jspecify.annotations.NullMarked;

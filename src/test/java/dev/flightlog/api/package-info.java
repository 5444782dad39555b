/** The API as its callers see it. */
@NullMarked
package dev.flightlog.api;

import org.jspecify.annotations.NullMarked;

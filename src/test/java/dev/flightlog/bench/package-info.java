/** Measures; tests nothing. */
@NullMarked
package dev.flightlog.bench;

import org.jspecify.annotations.NullMarked;

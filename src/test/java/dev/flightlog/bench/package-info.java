/** Measures the program, and trains its AOT cache, on a real Postgres. */
@NullMarked
package dev.flightlog.bench;

import org.jspecify.annotations.NullMarked;

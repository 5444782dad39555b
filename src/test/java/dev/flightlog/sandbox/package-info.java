/** Flightlog to try in one command: the real application, a real Postgres, a simulated GitHub with an invented organization. */
@NullMarked
package dev.flightlog.sandbox;

import org.jspecify.annotations.NullMarked;

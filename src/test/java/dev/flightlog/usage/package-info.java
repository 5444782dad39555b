/** Reports on their way into a real Postgres. */
@NullMarked
package dev.flightlog.usage;

import org.jspecify.annotations.NullMarked;

/** One text in one place on GitHub once: found again by its remembered id or its marker, edited in place, never fought over. */
@NullMarked
package dev.flightlog.publish;

import org.jspecify.annotations.NullMarked;

/** The refresh command: starts the readings and reports how far they are. */
@NullMarked
package dev.flightlog.command.refresh;

import org.jspecify.annotations.NullMarked;

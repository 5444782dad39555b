/** The first line of a comment to a command: registry, parser and arguments. Pure. */
@NullMarked
package dev.flightlog.command.parse;

import org.jspecify.annotations.NullMarked;

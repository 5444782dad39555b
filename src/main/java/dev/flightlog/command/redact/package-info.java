/** The redact command: takes names of people out of earlier posts in a repository that is not private any more. */
@NullMarked
package dev.flightlog.command.redact;

import org.jspecify.annotations.NullMarked;

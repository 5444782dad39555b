/** Slash commands: parse, authorise, answer; each is a value, and each comment gets one reply. */
@NullMarked
package dev.flightlog.command;

import org.jspecify.annotations.NullMarked;

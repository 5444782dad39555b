/** The answers to slash commands: values, and the Markdown that shows them. */
@NullMarked
package dev.flightlog.command.answer;

import org.jspecify.annotations.NullMarked;

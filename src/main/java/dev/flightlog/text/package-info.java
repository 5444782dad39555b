/** Words, numbers, dates, plain text and CSV cells, for any output. */
@NullMarked
package dev.flightlog.text;

import org.jspecify.annotations.NullMarked;

/** The weekly summary: count, word, decide when, post. */
@NullMarked
package dev.flightlog.summary;

import org.jspecify.annotations.NullMarked;

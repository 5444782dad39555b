/** The words of the weekly summary. Pure: the same value gives the same text. */
@NullMarked
package dev.flightlog.summary.text;

import org.jspecify.annotations.NullMarked;

/** What may be shown of a group of people: which teams, which figures, and against subtraction. */
@NullMarked
package dev.flightlog.privacy;

import org.jspecify.annotations.NullMarked;

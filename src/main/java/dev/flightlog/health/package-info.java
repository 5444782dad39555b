/** What is known about each source of data: fresh, waiting or refused, and what a person must do. */
@NullMarked
package dev.flightlog.health;

import org.jspecify.annotations.NullMarked;

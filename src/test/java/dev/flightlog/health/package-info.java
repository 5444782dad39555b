/** What is known of each source, and how it is worded. */
@NullMarked
package dev.flightlog.health;

import org.jspecify.annotations.NullMarked;

/** What Copilot costs, and what giving seats back would save. */
@NullMarked
package dev.flightlog.cost;

import org.jspecify.annotations.NullMarked;

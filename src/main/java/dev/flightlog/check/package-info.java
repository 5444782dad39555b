/** Check runs in the governance repository: what a policy would change, and how seats, money and data are. */
@NullMarked
package dev.flightlog.check;

import org.jspecify.annotations.NullMarked;

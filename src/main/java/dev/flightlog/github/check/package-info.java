/** Check runs on GitHub. */
@NullMarked
package dev.flightlog.github.check;

import org.jspecify.annotations.NullMarked;

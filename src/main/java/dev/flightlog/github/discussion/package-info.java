/** Discussions on GitHub. */
@NullMarked
package dev.flightlog.github.discussion;

import org.jspecify.annotations.NullMarked;

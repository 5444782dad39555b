/** Issues, comments and reactions on GitHub. */
@NullMarked
package dev.flightlog.github.issue;

import org.jspecify.annotations.NullMarked;

/** Erases what is older than the retention, and forgets a person. */
@NullMarked
package dev.flightlog.erasure;

import org.jspecify.annotations.NullMarked;

/** Settings that several features read, checked and normalized once. */
@NullMarked
package dev.flightlog.settings;

import org.jspecify.annotations.NullMarked;

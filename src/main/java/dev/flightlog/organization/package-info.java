/** Organizations and their installations. */
@NullMarked
package dev.flightlog.organization;

import org.jspecify.annotations.NullMarked;

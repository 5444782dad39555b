/** Pages and buttons of seat reviews and requests for seats. */
@NullMarked
package dev.flightlog.web.review;

import org.jspecify.annotations.NullMarked;

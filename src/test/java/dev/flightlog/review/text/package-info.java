@NullMarked
package dev.flightlog.review.text;

import org.jspecify.annotations.NullMarked;

/** Each endpoint's requests, byte for byte as they leave, against a GitHub that knows only what a test told it. */
@NullMarked
package dev.flightlog.github;

import org.jspecify.annotations.NullMarked;

/** Copilot's report endpoints, and the shapes that report files have, read as a stream (github.md: Reports). */
@NullMarked
package dev.flightlog.copilot;

import org.jspecify.annotations.NullMarked;

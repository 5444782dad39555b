/** Copilot's report endpoints, and the shapes that report files have, read as a stream (FACTS §5). */
@NullMarked
package dev.flightlog.copilot;

import org.jspecify.annotations.NullMarked;

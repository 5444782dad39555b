/** Makes the GitHub App from its manifest while none is configured, and greets who installed it. */
@NullMarked
package dev.flightlog.setup;

import org.jspecify.annotations.NullMarked;

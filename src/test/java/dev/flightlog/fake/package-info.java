/** A strict simulated GitHub behind a real socket, for scenario tests, the sandbox and benchmarks. */
@NullMarked
package dev.flightlog.fake;

import org.jspecify.annotations.NullMarked;

/** Report rows for the simulated GitHub: hand-made ones and those of an invented organization. */
@NullMarked
package dev.flightlog.fake.report;

import org.jspecify.annotations.NullMarked;

/** What tests share: a real Postgres, the whole application on it, a clock to turn, golden files. */
@NullMarked
package dev.flightlog.support;

import org.jspecify.annotations.NullMarked;

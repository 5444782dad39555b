/** The whole application as its users meet it: webhooks in, posts out, Postgres and a simulated GitHub between. */
@NullMarked
package dev.flightlog.scenario;

import org.jspecify.annotations.NullMarked;

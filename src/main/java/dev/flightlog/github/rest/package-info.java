/** The HTTP side of GitHub: transport, authentication, rate limits, failures, paging. */
@NullMarked
package dev.flightlog.github.rest;

import org.jspecify.annotations.NullMarked;

/** The part of the API for usage over time: of the organization, its teams, repositories and people. */
@NullMarked
package dev.flightlog.api.usage;

import org.jspecify.annotations.NullMarked;

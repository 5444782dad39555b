package dev.flightlog.seat;

import java.time.Instant;
import java.util.UUID;

/** One reading of an organization's seat listing, from the first page until it takes effect. */
record SeatListing(long organizationId, UUID reading, Instant readAt) {}

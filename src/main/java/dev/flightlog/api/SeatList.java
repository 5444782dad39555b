package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of seats.
 *
 * @param totalSeats seats in the whole list, in the states asked for
 * @param asOf the UTC day of the listing where it is older than two days; else null
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SeatList(int totalSeats, @Nullable LocalDate asOf, List<SeatAnswer> seats) {}

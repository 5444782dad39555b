package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * A page of seats.
 *
 * @param totalSeats seats in the whole list, in the states asked for
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SeatList(int totalSeats, List<SeatAnswer> seats) {}

package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.List;

/** Days on which seats were given or ended, oldest first; a day without either is not here. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SeatChangeList(List<SeatChangeDay> data) {
    /** Seats that were given and that ended between the listings of a UTC day and those before. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record SeatChangeDay(LocalDate date, int given, int ended) {}
}

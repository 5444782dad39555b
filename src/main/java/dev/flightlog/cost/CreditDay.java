package dev.flightlog.cost;

import java.math.BigDecimal;
import java.time.LocalDate;

/** AI credits an organization used on one UTC day; a day with a report and no use has zero. */
public record CreditDay(LocalDate day, BigDecimal credits) {}

package dev.flightlog.seat;

import java.util.List;

/** Cells that another part of the program adds to each line of the CSV of seats, one for each of its columns. */
public interface SeatCsvCells {
    List<String> columns();

    /** As many cells as there are columns. */
    List<String> of(DecidedSeat seat);
}

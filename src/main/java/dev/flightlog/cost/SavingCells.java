package dev.flightlog.cost;

import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.SeatCsvCells;
import dev.flightlog.seat.SeatRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What giving one idle seat back would save, in the CSV of seats. Of that seat alone: the credits of all idle seats may be
 * used where those of one are not, so that the column does not add up to the saving of all.
 */
public record SavingCells(PoolUse use, SeatRules rules) implements SeatCsvCells {
    /** What a reader of the table has to know; markdown. */
    public static final String NOTE =
            "`saves_usd_a_month_alone` is what giving back that one seat would save. The column does not add up to"
                    + " what all idle seats would save: the credits of one seat may be left over where those of all are"
                    + " not.";

    @Override
    public List<String> columns() {
        return List.of("saves_usd_a_month_alone", "saving_condition");
    }

    @Override
    public List<String> of(DecidedSeat seat) {
        if (!seat.decision().countsAsIdleSpend()) {
            return List.of("", "");
        }
        Saving saving = Saving.of(EndedSeats.of(Map.of(seat.seat().plan(), 1), rules), use);
        return List.of(
                saving.knownUsd().map(BigDecimal::toPlainString).orElse(""),
                saving.condition().key());
    }
}

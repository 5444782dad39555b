package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.UserDay;
import java.io.IOException;

/** How a person's day is written to a temporary file. The day itself is the file's. */
final class UserDayFormat {
    private UserDayFormat() {}

    static void write(UserDay row, RowOutput output) throws IOException {
        output.number(row.personId);
        output.text(row.login);
        output.number(row.used);
        output.number(row.credits);
        output.number(row.adoptionPhase + 1L);
        for (long counter : row.counters) {
            output.number(counter);
        }
        output.number(row.entries);
        for (int index = 0; index < row.entries * UserDay.ENTRY_WIDTH; index++) {
            output.number(row.entry[index]);
        }
    }

    static void read(RowInput input, UserDay row) throws IOException {
        row.clear();
        row.personId = input.number();
        row.login = input.text();
        row.used = (int) input.number();
        row.credits = input.number();
        row.adoptionPhase = (int) input.number() - 1;
        for (int index = 0; index < row.counters.length; index++) {
            row.counters[index] = input.number();
        }
        int entries = (int) input.number();
        for (row.entries = 0; row.entries < entries; row.entries++) {
            int start = row.nextEntry();
            for (int index = 0; index < UserDay.ENTRY_WIDTH; index++) {
                row.entry[start + index] = input.number();
            }
        }
    }
}

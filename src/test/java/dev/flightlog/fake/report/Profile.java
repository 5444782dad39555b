package dev.flightlog.fake.report;

import dev.flightlog.fake.model.Person;
import java.time.LocalDate;
import java.util.List;

/**
 * How one invented person uses Copilot.
 *
 * @param weekday chance of a working day with activity
 * @param activeFrom first day on which there can be activity
 * @param activeUntil last day on which there can be activity
 */
record Profile(
        int index,
        Person person,
        Kind kind,
        LocalDate seatSince,
        double weekday,
        double weekend,
        LocalDate activeFrom,
        LocalDate activeUntil,
        List<String> ides,
        List<String> languages,
        String model,
        double chat,
        double agent,
        double cli,
        double app,
        double acceptance) {

    /** What is special about a person. */
    enum Kind {
        REGULAR,
        OCCASIONAL,
        NEWCOMER,
        ON_LEAVE,
        IDLE,
        NEVER_USED,
        SIGNED_IN_ONLY,
        ENDING,
        NO_SEAT
    }

    boolean hasSeat() {
        return kind != Kind.NO_SEAT;
    }

    boolean mayBeActive(LocalDate day) {
        return !day.isBefore(activeFrom) && !day.isAfter(activeUntil);
    }
}

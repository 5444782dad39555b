package dev.flightlog.web;

import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatState;
import dev.flightlog.seat.SurfaceName;

/** Words for seats. */
final class SeatLabels {
    private SeatLabels() {}

    static String state(SeatState state) {
        return switch (state) {
            case ENDING -> "Ending";
            case EXEMPT -> "Exempt";
            case ACTIVE -> "Active";
            case NEW -> "New";
            case SIGNED_IN -> "Signed in";
            case IDLE -> "Idle";
            case NEVER_USED -> "Never used";
        };
    }

    /** Style of a state. */
    static String tone(SeatState state) {
        return switch (state) {
            case ACTIVE -> "good";
            case IDLE, NEVER_USED -> "bad";
            case SIGNED_IN, ENDING -> "warn";
            case NEW, EXEMPT -> "info";
        };
    }

    static String held(Seat seat) {
        String team = seat.assigningTeamSlug();
        return team == null ? "directly" : "team " + team;
    }

    static String editor(Seat seat) {
        String editor = seat.lastActivityEditor();
        return editor == null || editor.isBlank() ? "–" : SurfaceName.of(editor);
    }
}

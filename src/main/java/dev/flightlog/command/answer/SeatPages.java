package dev.flightlog.command.answer;

/** How many pages of the seat listing are read; {@code pages} is what the last listing needed. */
public record SeatPages(int read, int pages) {
    private static final int SEATS_A_PAGE = 100;

    public static SeatPages ofSeats(int listed, int known) {
        int read = up(listed);
        return new SeatPages(read, Math.max(read, up(known)));
    }

    private static int up(int seats) {
        return (seats + SEATS_A_PAGE - 1) / SEATS_A_PAGE;
    }
}

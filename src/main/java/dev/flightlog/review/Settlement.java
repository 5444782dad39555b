package dev.flightlog.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a listing that was read after a request says about one person's seat. */
public sealed interface Settlement {
    /**
     * It was done.
     *
     * @param endsOn when a cancelled seat ends; for a seat that goes on, the day of the listing
     */
    record Happened(LocalDate endsOn) implements Settlement {}

    /** It was not done, and may be tried again: no answer ever came. */
    record DidNotHappen() implements Settlement {}

    /** Nobody can say yet; look again then. */
    record NotKnownYet(Instant lookAgain) implements Settlement {}

    /** GitHub said that it was done, and its listing shows that it was not. */
    record Contradicted() implements Settlement {}

    /**
     * Of a cancellation, by a listing of this moment: what it does not show may have been on its way then. A seat that has gone, of which no answer ever came, may have gone with its holder: it is not claimed.
     */
    static Settlement ofCancellation(SeatWrite write, SeatNow seat, Instant listedAt) {
        LocalDate today = LocalDate.ofInstant(listedAt, ZoneOffset.UTC);
        if (seat.seat().isEmpty()) {
            return write.answer().isPresent() ? new Happened(today) : new DidNotHappen();
        }
        LocalDate ends = seat.seat().get().pendingCancellationDate();
        return ends == null ? notShown(write, listedAt) : new Happened(ends);
    }

    /** Of an assignment, or of a cancellation taken back, by a listing of this moment. */
    static Settlement ofAssignment(SeatWrite write, SeatNow seat, Instant listedAt) {
        boolean goesOn = seat.seat()
                .filter(held -> held.pendingCancellationDate() == null)
                .isPresent();
        return goesOn ? new Happened(LocalDate.ofInstant(listedAt, ZoneOffset.UTC)) : notShown(write, listedAt);
    }

    private static Settlement notShown(SeatWrite write, Instant listedAt) {
        NotKnownYet later = new NotKnownYet(listedAt.plus(SeatWrite.MAX_FLIGHT));
        Optional<SeatWrite.Answer> answer = write.answer();
        if (answer.isEmpty()) {
            Instant landed = write.claimedAt().plus(SeatWrite.MAX_FLIGHT);
            return listedAt.isBefore(landed) ? later : new DidNotHappen();
        }
        Instant late = answer.get().at().plus(SeatWrite.MAX_LAG);
        return write.addsUp() && listedAt.isBefore(late) ? later : new Contradicted();
    }
}

package dev.flightlog.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.webhook.BodyEviction.Body;
import dev.flightlog.webhook.BodyEviction.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who makes room when bodies hold all the bytes that may be held before a signature is proved. */
class BodyEvictionTest {
    private static final long LONG = 2 * BodyEviction.MAX_SENDER_NANOS;
    private static final long SHORT = BodyEviction.MAX_SENDER_NANOS / 2;

    private final Body asking = new Body(Progress.ARRIVING, 0, 16, SHORT, SHORT);

    @Test
    void theOldestSenderWhoStallsMakesRoom() {
        assertThat(BodyEviction.next(List.of(stalls(200, SHORT), stalls(200, LONG), stalls(200, LONG), asking), 3, 0))
                .hasValue(1);
    }

    @Test
    void nobodyMoreIsEvictedThanTheWaitingNeed() {
        Body leaving = new Body(Progress.EVICTED, 200, 0, LONG, LONG);

        assertThat(BodyEviction.next(List.of(leaving, stalls(200, LONG), waits(100), asking), 3, 0))
                .isEmpty();
        assertThat(BodyEviction.next(List.of(leaving, stalls(200, LONG), waits(100), waits(100), asking), 4, 0))
                .hasValue(1);
        assertThat(BodyEviction.next(List.of(stalls(200, LONG), asking), 1, 16)).isEmpty();
    }

    /** A delivery of GitHub's that has waited for room for long is not to blame for it. */
    @Test
    void aBodyThatWaitsForRoomIsSparedWhileASenderStalls() {
        assertThat(BodyEviction.next(List.of(waits(100), stalls(200, LONG), asking), 2, 0))
                .hasValue(1);
        assertThat(BodyEviction.next(List.of(waits(100), stalls(200, SHORT), waits(100), asking), 2, 0))
                .hasValue(0);
    }

    @Test
    void whatIsProvedOrHoldsNothingIsNotEvicted() {
        Body proved = new Body(Progress.PROVED, 200, 0, LONG, LONG);
        Body empty = stalls(0, LONG);

        assertThat(BodyEviction.next(List.of(proved, empty, asking), 2, 0)).isEmpty();
        assertThat(BodyEviction.next(List.of(waits(16)), 0, 0)).isEmpty();
    }

    private static Body stalls(long held, long senderNanos) {
        return new Body(Progress.ARRIVING, held, 0, senderNanos, LONG);
    }

    private static Body waits(long wanted) {
        return new Body(Progress.ARRIVING, 100, wanted, SHORT, LONG);
    }
}

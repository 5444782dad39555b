package dev.flightlog.summary;

import dev.flightlog.summary.text.SummaryText;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A week's summary as it was last made.
 *
 * @param madeAt when its usage was last counted
 * @param postedAt when it was first posted; null while it was not
 * @param post its address; null while it is not posted
 */
public record SummaryWeek(
        WeeklySummary summary,
        SummaryText text,
        Instant madeAt,
        @Nullable Instant postedAt,
        @Nullable URI post) {
    public boolean posted() {
        return postedAt != null;
    }
}

package dev.flightlog.seat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.flightlog.health.DataProblem;
import dev.flightlog.health.SourceStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Whether an organization's seats are known, and as of when. Everything that shows a figure about seats takes it: what was
 * never read is not zero, and what is old has its date. Pure; stored with a weekly summary.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SeatsKnown.Fresh.class, name = "fresh"),
    @JsonSubTypes.Type(value = SeatsKnown.AsOf.class, name = "as_of"),
    @JsonSubTypes.Type(value = SeatsKnown.NeverRead.class, name = "never_read"),
    @JsonSubTypes.Type(value = SeatsKnown.NotOfThatTime.class, name = "not_of_that_time"),
})
public sealed interface SeatsKnown {
    /** The listing in force is of the last two days. An older one is shown with its date. */
    record Fresh() implements SeatsKnown {}

    /** The listing in force is old: figures are those of this UTC day. */
    record AsOf(LocalDate day) implements SeatsKnown {}

    /**
     * No listing ever took effect, so no figure about seats exists.
     *
     * @param cause a sentence for people: why, and what to do
     */
    record NeverRead(String cause) implements SeatsKnown {}

    /** Seats were not read in the past week or month that is asked about; those of now say nothing about it. */
    record NotOfThatTime() implements SeatsKnown {}

    /** True when there are figures. */
    default boolean known() {
        return switch (this) {
            case Fresh _, AsOf _ -> true;
            case NeverRead _, NotOfThatTime _ -> false;
        };
    }

    /** When seats were read last: the time of a report about them. Now where they never were, and no report is made. */
    static Instant readAt(@Nullable SourceStatus seats, Instant now) {
        Instant read = seats == null ? null : seats.succeededAt();
        return read == null ? now : read;
    }

    /**
     * The moment at which seats are decided: now, and of a listing that is old when it was read, so that nobody turns idle
     * because GitHub was not heard.
     */
    static Instant decidedAt(@Nullable SourceStatus seats, Instant now) {
        return of(seats, now) instanceof AsOf ? readAt(seats, now) : now;
    }

    /** By how the last reading of the seats went; null where none was tried. */
    static SeatsKnown of(@Nullable SourceStatus seats, Instant now) {
        Instant read = seats == null ? null : seats.succeededAt();
        if (read == null) {
            String cause = seats == null ? null : seats.detail();
            return new NeverRead(cause == null ? "The first reading is not done yet." : cause);
        }
        return read.isBefore(now.minus(DataProblem.OLD_AFTER))
                ? new AsOf(LocalDate.ofInstant(read, ZoneOffset.UTC))
                : new Fresh();
    }
}

package dev.flightlog.review.act;

import dev.flightlog.github.Person;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.SeatWrite;
import dev.flightlog.review.Who;
import dev.flightlog.review.store.SeatWriteStore;
import dev.flightlog.seat.SeatFactsStore;
import dev.flightlog.seat.SeatReadingLog;
import dev.flightlog.seat.SeatReadingResult;
import dev.flightlog.seat.SeatSync;
import dev.flightlog.seat.SingleSeats;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;

/** Reads all seats again just before they are written and just after. */
@Singleton
class SeatsNow {
    private final SeatSync reading;
    private final SeatReadingLog log;
    private final SingleSeats single;
    private final SeatFactsStore seats;
    private final SourceStatusStore readings;
    private final SeatWriteStore writes;
    private final InstantSource clock;

    SeatsNow(
            SeatSync reading,
            SeatReadingLog log,
            SingleSeats single,
            SeatFactsStore seats,
            SourceStatusStore readings,
            SeatWriteStore writes,
            InstantSource clock) {
        this.reading = reading;
        this.log = log;
        this.single = single;
        this.seats = seats;
        this.readings = readings;
        this.writes = writes;
        this.clock = clock;
    }

    /**
     * As {@link #read}, unless that was tried within the last {@link SeatWrite#MAX_FLIGHT} and after the last request
     * that changes seats: an older listing says nothing about that request. Whatever is read starts the review's job
     * again: a job that read each time would start itself for ever.
     */
    boolean readUnlessRecent(Organization organization) {
        SourceStatus last = readings.of(organization.id()).get(Source.SEATS);
        return last != null && recent(organization.id(), last.attemptedAt())
                ? last.outcome() == SourceStatus.Outcome.READ
                : read(organization);
    }

    /** When the listing that is stored was read; before everything where none was. */
    Instant listedAt(long org) {
        SourceStatus last = readings.of(org).get(Source.SEATS);
        Instant read = last == null ? null : last.succeededAt();
        return read == null ? Instant.EPOCH : read;
    }

    private boolean recent(long org, Instant attemptedAt) {
        return attemptedAt.isAfter(clock.instant().minus(SeatWrite.MAX_FLIGHT))
                && writes.latest(org)
                        .filter(written -> written.isAfter(attemptedAt))
                        .isEmpty();
    }

    /** False where GitHub's listing was not whole: nothing can be decided by it. */
    boolean read(Organization organization) {
        SeatReadingResult result = reading.read(organization.id(), organization.login(), organization.access());
        log.note(organization.id(), result);
        return result instanceof SeatReadingResult.Read;
    }

    /**
     * When GitHub last said something of each person's seat that is held: a listing that is not complete says nothing
     * of whom it leaves out.
     */
    Map<Long, Instant> saidAt(long org, Collection<Long> people) {
        return seats.saidAt(org, people);
    }

    /** Whether a person whom no listing names has a seat all the same. */
    boolean holdsOne(Organization organization, Who person) {
        return single.of(
                        organization.access(),
                        organization.login(),
                        new Person(person.personId(), person.login()),
                        "unknown")
                .isPresent();
    }
}

package dev.flightlog.check;

import dev.flightlog.directory.NeededPermission;
import dev.flightlog.directory.Reading;
import dev.flightlog.directory.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reason why the figures cannot be trusted to be today's. */
sealed interface DataTrouble {
    /** GitHub publishes a day within two full days; after five something is wrong. */
    int MOST_DAYS_BEHIND = 5;

    /** What is read daily and was not read for this long is stale. */
    Duration MOST_HOURS_UNREAD = Duration.ofHours(48);

    /** The sources that every figure rests on; billing is optional, and history comes when it comes. */
    List<Source> NEEDED = List.of(Source.DIRECTORY, Source.SEATS, Source.USAGE);

    /** A person has to do something before the source can be read; {@code what} is a sentence. */
    record NeedsAPerson(Source source, String what) implements DataTrouble {}

    /** The installation was not granted this, or not enough of it. */
    record PermissionMissing(NeededPermission permission) implements DataTrouble {}

    /** Nothing new for too long. {@code last} is null when nothing ever came; {@code why} when nothing is known. */
    record Stale(
            Source source,
            @Nullable LocalDate last,
            @Nullable String why) implements DataTrouble {}

    /** Everything that is wrong, what a person must do first; a reading that was refused for want of a permission says so itself. */
    static List<DataTrouble> of(Map<Source, Reading> readings, Map<String, String> granted, Instant now) {
        List<DataTrouble> troubles = new ArrayList<>();
        NeededPermission.missing(granted).stream()
                .filter(needed -> !needed.refusedIn(readings))
                .forEach(needed -> troubles.add(new PermissionMissing(needed)));
        readings.values().stream()
                .filter(reading -> reading.outcome() == Reading.Outcome.ASK_A_PERSON)
                .filter(reading -> reading.source() != Source.BILLING)
                .forEach(reading -> troubles.add(new NeedsAPerson(reading.source(), detail(reading))));
        NEEDED.forEach(source -> stale(source, readings.get(source), now, troubles));
        return troubles;
    }

    private static void stale(Source source, @Nullable Reading reading, Instant now, List<DataTrouble> troubles) {
        if (reading == null || reading.outcome() == Reading.Outcome.ASK_A_PERSON) {
            return;
        }
        LocalDate through = source == Source.USAGE ? reading.dataThrough() : null;
        if (through != null) {
            LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
            if (through.isBefore(today.minusDays(MOST_DAYS_BEHIND))) {
                troubles.add(new Stale(source, through, reading.detail()));
            }
            return;
        }
        Instant read = reading.succeededAt();
        boolean never = read == null && reading.outcome() == Reading.Outcome.FAILED;
        if (never || read != null && read.isBefore(now.minus(MOST_HOURS_UNREAD))) {
            LocalDate last = read == null ? null : read.atZone(ZoneOffset.UTC).toLocalDate();
            troubles.add(new Stale(source, last, reading.detail()));
        }
    }

    private static String detail(Reading reading) {
        String detail = reading.detail();
        return detail == null ? "Reading " + reading.source().word() + " needs a person." : detail;
    }
}

package dev.flightlog.api;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Addresses of kept part files.
 *
 * @param base of the organization in this API; empty where no file is handed out
 */
record PartUrls(String base) {
    static final PartUrls NONE = new PartUrls("");

    List<String> of(String kind, LocalDate day, int parts) {
        return base.isEmpty()
                ? List.of()
                : IntStream.rangeClosed(1, parts)
                        .mapToObj(part -> base + "/reports/" + kind + "/" + day + "/parts/" + part)
                        .toList();
    }
}

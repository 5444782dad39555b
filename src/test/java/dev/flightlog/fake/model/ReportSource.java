package dev.flightlog.fake.model;

import java.time.LocalDate;
import java.util.Optional;

/** Where the report files of an organization come from. */
public interface ReportSource {
    ReportSource NONE = new ReportSource() {
        @Override
        public Optional<ReportFiles> day(ReportKind kind, LocalDate day, LocalDate today) {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> latest(LocalDate today) {
            return Optional.empty();
        }
    };

    /**
     * The report of one day, or of the 28 days that end with that day.
     *
     * @param today the UTC day of the question, which decides what is published
     * @return empty when nothing is published for that day
     */
    Optional<ReportFiles> day(ReportKind kind, LocalDate day, LocalDate today);

    /** The last published day, with which the 28-day reports end. */
    Optional<LocalDate> latest(LocalDate today);
}

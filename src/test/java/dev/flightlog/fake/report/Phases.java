package dev.flightlog.fake.report;

import java.util.List;

/** The names of the adoption phases. */
final class Phases {
    static final List<String> NAMES = List.of("No Cohort", "Phase 1", "Phase 2", "Phase 3");

    private Phases() {}
}

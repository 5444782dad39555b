package dev.flightlog.fake.report;

import org.jspecify.annotations.Nullable;

/** Activity with one feature, in one editor and language; the model is null for completions and edits. */
record Use(
        String ide,
        String feature,
        String language,
        @Nullable String model,
        int interactions,
        int generations,
        int acceptances,
        int suggestedToAdd,
        int suggestedToDelete,
        int added,
        int deleted) {}

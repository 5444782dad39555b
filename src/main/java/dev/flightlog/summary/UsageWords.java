package dev.flightlog.summary;

import dev.flightlog.health.SourceStatus;
import org.jspecify.annotations.Nullable;

/** Words for usage that is not known: where it could not be read there is not none. Plain text. */
public final class UsageWords {
    /** Where no day has data. */
    public static final String NONE = "There are no usage reports yet.";

    private UsageWords() {}

    /**
     * Why there are none, and what to do; empty where nothing is wrong.
     *
     * @param usage how the last reading of usage went; null where none was tried
     */
    public static String why(@Nullable SourceStatus usage) {
        if (usage == null) {
            return "The first reading is not done yet.";
        }
        String detail = usage.detail();
        return detail != null
                ? detail
                : usage.succeededAt() == null ? "" : "GitHub publishes a day within two full UTC days.";
    }
}

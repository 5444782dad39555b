package dev.flightlog.summary;

import dev.flightlog.markdown.Markdown;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * No new data: the content of the alert issue that replaces a summary.
 *
 * @param lastDay the last day that has data; null where none ever came
 * @param prefix how slash commands start, from the policy
 */
public record StaleAlert(String organization, @Nullable LocalDate lastDay, StaleCause cause, String prefix) {
    /** A command as people write it, marked as code. */
    public String command(String words) {
        return Markdown.code(prefix + " " + words);
    }
}

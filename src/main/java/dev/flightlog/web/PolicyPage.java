package dev.flightlog.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy in force.
 *
 * @param file the policy file on GitHub; null where there is no repository yet
 * @param problems of the file on the default branch; none unless it is broken
 */
public record PolicyPage(Content sentence, @Nullable String file, List<String> problems, List<Row> rows)
        implements Page {
    @Override
    public String template() {
        return "policy.jte";
    }

    /**
     * One setting.
     *
     * @param origin where its value comes from
     * @param isSet whether the file sets it
     */
    public record Row(String path, Content value, String origin, boolean isSet, String meaning) {}
}

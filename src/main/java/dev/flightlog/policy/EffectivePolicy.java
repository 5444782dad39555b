package dev.flightlog.policy;

import java.util.List;
import java.util.Optional;

/** The policy in force, value by value, each with where it comes from. */
public record EffectivePolicy(List<Setting> settings) {
    public EffectivePolicy {
        settings = List.copyOf(settings);
    }

    /**
     * One value as it would be written in the file.
     *
     * @param value may hold names from the file, so escape it before posting
     * @param line the line of the file that sets it; nothing for a default
     */
    public record Setting(String path, String value, Optional<Integer> line, String description) {
        /** "default" or "line 12". */
        public String origin() {
            return line.map(number -> "line " + number).orElse("default");
        }
    }

    /** Every key in the order of the documentation. */
    public static EffectivePolicy of(PolicyResult.Valid file) {
        return of(file, file.policy());
    }

    /** @param told the file's policy, perhaps with more to its names */
    public static EffectivePolicy of(PolicyResult.Valid file, Policy told) {
        return new EffectivePolicy(
                PolicyKeys.ALL.stream().map(key -> setting(key, file, told)).toList());
    }

    private static Setting setting(Key<?> key, PolicyResult.Valid file, Policy told) {
        Optional<Integer> line =
                Optional.ofNullable(file.positions().get(key.path())).map(Span::line);
        return new Setting(key.path(), key.show(told), line, key.description());
    }
}

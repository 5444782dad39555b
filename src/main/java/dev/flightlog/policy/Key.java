package dev.flightlog.policy;

import java.util.function.Function;

/**
 * One key of the policy file.
 *
 * @param path the key's full name, such as {@code seats.idle_after}
 * @param value where a policy holds it
 * @param description one sentence for editors and for {@code /copilot policy}
 */
record Key<T>(String path, Form<T> form, Function<Policy, T> value, String description) {
    String show(Policy policy) {
        return form.show(value.apply(policy));
    }

    /** The part before the last dot; empty at the top. */
    String section() {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}

package dev.flightlog.jobs;

import java.util.Arrays;
import java.util.Objects;

/** A row of {@code scheduled_tasks}, for a store that writes it in the same statement as its own row. */
public record QueuedJob(String name, String key, byte[] data, int priority) {
    @Override
    public boolean equals(Object other) {
        return other instanceof QueuedJob(String otherName, String otherKey, byte[] otherData, int otherPriority)
                && name.equals(otherName)
                && key.equals(otherKey)
                && Arrays.equals(data, otherData)
                && priority == otherPriority;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, key, priority);
    }
}

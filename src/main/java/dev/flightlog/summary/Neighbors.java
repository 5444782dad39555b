package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The posts before and after this one; null while there is none. Weeks without data have no post. */
public record Neighbors(
        @Nullable Neighbor previous, @Nullable Neighbor next) {
    public static final Neighbors NONE = new Neighbors(null, null);

    /** The post of another week. */
    public record Neighbor(IsoWeek week, URI post) {}
}

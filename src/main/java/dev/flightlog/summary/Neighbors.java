package dev.flightlog.summary;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where the posts of the week before and the week after are; null while there is none. */
public record Neighbors(@Nullable URI previous, @Nullable URI next) {
    public static final Neighbors NONE = new Neighbors(null, null);
}

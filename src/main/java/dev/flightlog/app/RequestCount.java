package dev.flightlog.app;

import io.netty.util.AttributeKey;

/** How many requests a connection has brought; only its event loop touches it. */
final class RequestCount {
    static final AttributeKey<RequestCount> KEY = AttributeKey.valueOf(RequestCount.class, "count");

    private int requests;

    int requests() {
        return requests;
    }

    void add() {
        requests++;
    }
}

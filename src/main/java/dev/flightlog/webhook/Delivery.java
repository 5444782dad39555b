package dev.flightlog.webhook;

import java.util.UUID;

/** A delivery as it is stored: its GUID, GitHub's name of the event, and the JSON body. */
record Delivery(UUID guid, String event, byte[] payload) {
    @Override
    public String toString() {
        return "Delivery[" + guid + ", " + event + ", " + payload.length + " bytes]";
    }
}

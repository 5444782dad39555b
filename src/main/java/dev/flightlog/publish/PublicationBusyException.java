package dev.flightlog.publish;

import dev.flightlog.markdown.Marker;

/** Another process is publishing the same text at this moment, which a job's key should have ruled out; try again. */
public final class PublicationBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublicationBusyException(Marker marker) {
        super(marker.kind() + " " + marker.key() + " is being published elsewhere");
    }
}

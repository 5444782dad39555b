package dev.flightlog.publish;

import dev.flightlog.markdown.Marker;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What was published, without asking GitHub. */
@Singleton
public class Publications {
    private final PublicationStore store;

    Publications(PublicationStore store) {
        this.store = store;
    }

    public Optional<Publication> find(long organization, Marker marker) {
        return Optional.ofNullable(store.find(organization, marker));
    }

    /** The one of its kind that was published last, deleted or not. */
    public Optional<Publication> latest(long organization, String kind) {
        return Optional.ofNullable(store.latest(organization, kind));
    }

    /** Issues of a kind that are open as far as we know, oldest first. */
    public List<Publication> open(long organization, String kind) {
        return store.open(organization, kind);
    }
}

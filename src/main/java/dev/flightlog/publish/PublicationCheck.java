package dev.flightlog.publish;

import dev.flightlog.github.GitHubException;
import dev.flightlog.markdown.Marker;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what was published with what is on GitHub, and notices what people did; it changes nothing there. */
@Singleton
public class PublicationCheck {
    private static final Duration LOOK_BACK = Duration.ofDays(35);
    private static final int MOST = 300;

    private final PublicationStore store;
    private final PostGateway posts;
    private final DeletionCheck absences;
    private final InstantSource clock;

    PublicationCheck(PublicationStore store, PostGateway posts, DeletionCheck absences, InstantSource clock) {
        this.store = store;
        this.posts = posts;
        this.absences = absences;
        this.clock = clock;
    }

    /**
     * Looks at posts of the last 35 days and at all open issues, at most 300 a time, the longest unchecked first.
     *
     * @throws GitHubException not found if the whole repository is gone or hidden
     */
    public Findings verify(PostRepository home) {
        PostRepository quietly = home.inBackground();
        Instant since = clock.instant().minus(LOOK_BACK);
        List<Publication> unchecked = store.unchecked(home.organization(), home.repositoryId(), since, MOST);
        List<Publication> deleted = new ArrayList<>();
        List<Publication> edited = new ArrayList<>();
        for (Publication publication : unchecked) {
            RemotePost standing = look(quietly, publication);
            Publication.State state = judge(publication, standing);
            note(home, publication, standing, state);
            if (state == Publication.State.DELETED) {
                deleted.add(publication);
            } else if (state == Publication.State.EDITED_BY_HAND && publication.state() != state) {
                edited.add(publication);
            }
        }
        return new Findings(unchecked.size(), deleted, edited);
    }

    /**
     * Whether somebody deleted a post; if so that is noted, and who wants it all the same gets a new one.
     *
     * @throws GitHubException not found if the whole repository is gone or hidden
     */
    public boolean isDeleted(PostRepository home, Marker marker) {
        Publication known = store.find(home.organization(), marker);
        if (known == null || look(home, known) != null) {
            return false;
        }
        store.checked(home.organization(), marker, Publication.State.DELETED, clock.instant());
        return true;
    }

    private @Nullable RemotePost look(PostRepository home, Publication publication) {
        try {
            return posts.read(home, publication.location());
        } catch (GitHubException failure) {
            absences.requireDeleted(home, failure);
            return null;
        }
    }

    private void note(
            PostRepository home, Publication publication, @Nullable RemotePost standing, Publication.State state) {
        Instant now = clock.instant();
        store.checked(home.organization(), publication.marker(), state, now);
        if (standing != null && !standing.open()) {
            store.closed(home.organization(), publication.marker(), now);
        }
    }

    private static Publication.State judge(Publication publication, @Nullable RemotePost standing) {
        if (standing == null) {
            return Publication.State.DELETED;
        }
        return standing.seenHash().equals(publication.seenHash())
                ? Publication.State.THERE
                : Publication.State.EDITED_BY_HAND;
    }

    /**
     * What was noticed for the first time.
     *
     * @param checked how many posts were looked at
     */
    public record Findings(int checked, List<Publication> deleted, List<Publication> editedByHand) {
        public Findings {
            deleted = List.copyOf(deleted);
            editedByHand = List.copyOf(editedByHand);
        }
    }
}

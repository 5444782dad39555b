package dev.flightlog.publish;

import dev.flightlog.github.GitHubException;
import dev.flightlog.github.issue.CloseReason;
import dev.flightlog.github.issue.Issues;
import dev.flightlog.markdown.Marker;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes texts. The same text again sends nothing; other text edits the existing post, even if the place wanted is
 * another one now. What a person did on GitHub stays: a deleted post is not posted again unless asked for, and one that
 * was edited by hand is overwritten only when there is news (GitHub keeps both versions).
 *
 * <p>No transaction is open while GitHub is asked. A crash between GitHub's answer and our writing it down doubles
 * nothing: the next attempt finds the post by its marker.
 */
@Singleton
public class Publisher {
    /** Longer than one request may take. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final PublicationStore store;
    private final PostGateway posts;
    private final Issues issues;
    private final DeletionCheck absences;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Publisher(
            PublicationStore store,
            PostGateway posts,
            Issues issues,
            DeletionCheck absences,
            InstantSource clock,
            MeterRegistry meters) {
        this.store = store;
        this.posts = posts;
        this.issues = issues;
        this.absences = absences;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Makes GitHub say it.
     *
     * @throws GitHubException not found also where the issue or discussion to comment on is gone
     * @throws PublicationBusyException if another process is at it
     */
    public Outcome publish(PostRepository home, Post post) {
        PostText text = PostText.of(post);
        Optional<Outcome> nothingToDo = nothingToDo(home, post, text, store.find(home.organization(), post.marker()));
        Outcome outcome = nothingToDo.orElseGet(() -> claimed(home, post, text));
        meters.counter("flightlog.posts", "kind", post.marker().kind(), "outcome", outcome.word())
                .increment();
        return outcome;
    }

    /** True where, as far as is known, GitHub says it already. Nobody is asked. */
    public boolean says(PostRepository home, Post post) {
        Publication known = store.find(home.organization(), post.marker());
        return nothingToDo(home, post, PostText.of(post), known).isPresent();
    }

    /** Closes the post's issue; one that is closed or gone is left alone. */
    public void close(PostRepository home, Marker marker, CloseReason reason) {
        Publication known = store.find(home.organization(), marker);
        if (known == null
                || known.closedAt() != null
                || known.state() == Publication.State.DELETED
                || known.repositoryId() != home.repositoryId()
                || !(known.location() instanceof PostLocation.Issue(int number))) {
            return;
        }
        try {
            issues.close(home.access(), home.repository(), number, reason);
            store.closed(home.organization(), marker, clock.instant());
        } catch (GitHubException failure) {
            absences.requireDeleted(home, failure);
            store.checked(home.organization(), marker, Publication.State.DELETED, clock.instant());
        }
    }

    private Optional<Outcome> nothingToDo(PostRepository home, Post post, PostText text, @Nullable Publication known) {
        if (known == null) {
            return Optional.empty();
        }
        if (known.state() == Publication.State.DELETED) {
            return post.again() ? Optional.empty() : Optional.of(new Outcome.Gone(known));
        }
        if (known.repositoryId() != home.repositoryId()) {
            return Optional.empty();
        }
        return known.adopted() || known.contentHash().equals(text.hash())
                ? Optional.of(new Outcome.Unchanged(known))
                : Optional.empty();
    }

    private Outcome claimed(PostRepository home, Post post, PostText text) {
        UUID claim = UUID.randomUUID();
        Instant now = clock.instant();
        if (!store.claim(home, post, claim, now, now.plus(CLAIM))) {
            throw new PublicationBusyException(post.marker());
        }
        try {
            Publication known = store.find(home.organization(), post.marker());
            return nothingToDo(home, post, text, known).orElseGet(() -> send(home, post, text, known, claim));
        } catch (NoCategoryException absent) {
            return new Outcome.NoPlace(absent.category());
        } finally {
            store.release(claim, home.organization(), post.marker());
        }
    }

    private Outcome send(PostRepository home, Post post, PostText text, @Nullable Publication known, UUID claim) {
        if (known == null
                || known.state() == Publication.State.DELETED
                || known.repositoryId() != home.repositoryId()) {
            return settle(home, post, text, claim);
        }
        return edit(home, post, known, text, claim);
    }

    /** Nothing is remembered, but it may be on GitHub all the same. */
    private Outcome settle(PostRepository home, Post post, PostText text, UUID claim) {
        Optional<RemotePost> found = posts.find(home, post.marker(), post.place());
        if (found.isPresent()) {
            return takeUp(home, post, text, found.get());
        }
        if (!store.renew(
                claim, home.organization(), post.marker(), clock.instant().plus(CLAIM))) {
            throw new PublicationBusyException(post.marker());
        }
        RemotePost created = posts.create(home, post.place(), text);
        store.published(home, post, created, text, clock.instant());
        return new Outcome.Created(remembered(home, post.marker()));
    }

    /** Written down last, so that a crash before it is as if nothing had been found. */
    private Outcome takeUp(PostRepository home, Post post, PostText text, RemotePost found) {
        if (found.says(text)) {
            store.published(home, post, found, text, clock.instant());
            return new Outcome.Unchanged(remembered(home, post.marker()));
        }
        RemotePost edited = posts.edit(home, found.location(), text.withTicksOf(found.body()));
        store.published(home, post, edited, text, clock.instant());
        return new Outcome.Edited(remembered(home, post.marker()));
    }

    /** What somebody ticked in the meantime is on GitHub only. */
    private PostText ticked(PostRepository home, Publication known, PostText text) {
        return Ticks.mayHold(text.body())
                ? text.withTicksOf(posts.read(home, known.location()).body())
                : text;
    }

    private Outcome edit(PostRepository home, Post post, Publication known, PostText text, UUID claim) {
        try {
            RemotePost edited = posts.edit(home, known.location(), ticked(home, known, text));
            store.edited(home, post, edited, text, clock.instant());
            return new Outcome.Edited(remembered(home, known.marker()));
        } catch (GitHubException failure) {
            absences.requireDeleted(home, failure);
            store.checked(home.organization(), known.marker(), Publication.State.DELETED, clock.instant());
            return post.again() ? settle(home, post, text, claim) : new Outcome.Gone(remembered(home, known.marker()));
        }
    }

    private Publication remembered(PostRepository home, Marker marker) {
        Publication publication = store.find(home.organization(), marker);
        if (publication == null) {
            throw new IllegalStateException(marker.kind() + " " + marker.key() + " was erased while it was published");
        }
        return publication;
    }
}

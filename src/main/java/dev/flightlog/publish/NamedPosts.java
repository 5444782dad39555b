package dev.flightlog.publish;

import dev.flightlog.markdown.Marker;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts that name people, for a repository in which nobody may be named any more. */
@Singleton
public class NamedPosts {
    private final PublicationStore store;
    private final Publisher publisher;

    NamedPosts(PublicationStore store, Publisher publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    /** How many of them are in the repository, as far as is known. */
    public int count(PostRepository home) {
        return store.countNaming(home);
    }

    /** The next ones in the order of their markers; from the first one where {@code after} is null. */
    public List<Publication> next(PostRepository home, @Nullable Marker after, int max) {
        return store.naming(home, after, max);
    }

    /**
     * Replaces the text of a comment by one that names nobody.
     *
     * @throws dev.flightlog.github.GitHubException when GitHub refuses
     * @throws PublicationBusyException if another process is at it
     */
    public void replace(PostRepository home, Publication comment, String body) {
        publisher.publish(home, Post.of(comment.marker(), PostTarget.of(comment.location()), body));
        noLonger(home, comment);
    }

    /** Notes that a post names nobody any more, because it was written without names or is gone. */
    public void noLonger(PostRepository home, Publication post) {
        store.namesNobody(home.organization(), post.marker());
    }
}

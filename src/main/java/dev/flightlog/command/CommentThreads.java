package dev.flightlog.command;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.issue.Reaction;
import dev.flightlog.github.issue.Reactions;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.markdown.Marker;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.publish.Naming;
import dev.flightlog.publish.Post;
import dev.flightlog.publish.PostRepository;
import dev.flightlog.publish.Publication;
import dev.flightlog.publish.Publisher;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reacts and replies to a comment, in an issue as in a discussion. */
@Singleton
public class CommentThreads {
    public static final String MARKER = "reply";

    private static final Logger LOG = LoggerFactory.getLogger(CommentThreads.class);

    private final OrganizationStore organizations;
    private final GovernanceStore governance;
    private final Publisher publisher;
    private final Reactions reactions;

    CommentThreads(
            OrganizationStore organizations, GovernanceStore governance, Publisher publisher, Reactions reactions) {
        this.organizations = organizations;
        this.governance = governance;
        this.publisher = publisher;
        this.reactions = reactions;
    }

    /** The conversation about a comment; nothing where the organization or its governance repository is gone. */
    public Optional<Conversation> about(CommandRequest asked) {
        @Nullable Organization organization = organizations.byId(asked.organization());
        @Nullable GovernanceRepository repository = governance.repository(asked.organization());
        return organization == null || !organization.active() || repository == null
                ? Optional.empty()
                : Optional.of(new Conversation(asked, organization, repository));
    }

    /** True where GitHub will not take it later either, as in a conversation that is locked or full. */
    public static boolean isLasting(GitHubException failure) {
        return failure.failure() instanceof Failure.Forbidden || failure.failure() instanceof Failure.Refused;
    }

    /** With one person, about one comment. Every step may be done again and changes nothing then. */
    public final class Conversation {
        private final CommandRequest asked;
        private final Organization organization;
        private final GovernanceRepository repository;

        private Conversation(CommandRequest asked, Organization organization, GovernanceRepository repository) {
            this.asked = asked;
            this.organization = organization;
            this.repository = repository;
        }

        CommandRequest asked() {
            return asked;
        }

        public Organization organization() {
            return organization;
        }

        /**
         * False where the comment is gone: who deleted it wants no answer. A conversation may take no reactions, as a
         * locked one; that is no reason not to answer.
         */
        boolean react(Reaction reaction) {
            try {
                add(reaction);
                return true;
            } catch (GitHubException failure) {
                if (failure.failure() instanceof Failure.NotFound) {
                    return false;
                }
                if (isLasting(failure)) {
                    LOG.info(
                            "a command in organization {} gets no reaction: {}",
                            asked.organization(),
                            failure.failure().inWords());
                    return true;
                }
                throw failure;
            }
        }

        private void add(Reaction reaction) {
            String discussion = asked.discussion();
            if (discussion != null) {
                String comment = asked.comment();
                reactions.addToDiscussion(organization.access(), comment == null ? discussion : comment, reaction);
            } else if (asked.opening()) {
                reactions.addToIssue(organization.access(), repository.name(), asked.number(), reaction);
            } else {
                reactions.add(organization.access(), repository.name(), asked.commentId(), reaction);
            }
        }

        /** Where it is. */
        public PostRepository home() {
            return new PostRepository(organization.id(), organization.access(), repository.id(), repository.name());
        }

        /** Posts or edits the one reply, which names nobody. Returns its address; null where somebody deleted it. */
        @Nullable
        public String reply(String markdown) {
            return reply(markdown, Naming.NOBODY);
        }

        /** As {@link #reply(String)}, for a reply that may name people. */
        @Nullable
        String reply(String markdown, Naming naming) {
            Post post = Post.of(new Marker(MARKER, asked.key()), asked.replyPlace(), markdown);
            return publisher
                    .publish(home(), post.naming(naming))
                    .standing()
                    .map(Publication::url)
                    .orElse(null);
        }
    }
}

package dev.flightlog.summary;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.issue.IssueLabel;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Marker;
import dev.flightlog.policy.Policy;
import dev.flightlog.publish.Outcome;
import dev.flightlog.publish.Post;
import dev.flightlog.publish.PostLocation;
import dev.flightlog.publish.PostRepository;
import dev.flightlog.publish.PostTarget;
import dev.flightlog.publish.Publication;
import dev.flightlog.publish.PublicationCheck;
import dev.flightlog.publish.PublicationStore;
import dev.flightlog.publish.Publisher;
import dev.flightlog.summary.text.SummaryText;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Publishes weekly posts where they belong under the policy: an issue of its own, or a comment in the one discussion.
 */
@Singleton
public class SummaryPlace {
    private static final Marker DISCUSSION = new Marker("discussion", "copilot-usage");
    private static final String DISCUSSION_TITLE = "Copilot usage";
    private static final String LABEL_COLOR = "1f6feb";
    private static final String LABEL_DESCRIPTION = "Posted by Flightlog";

    private final Publisher publisher;
    private final PublicationStore publications;
    private final PublicationCheck check;

    SummaryPlace(Publisher publisher, PublicationStore publications, PublicationCheck check) {
        this.publisher = publisher;
        this.publications = publications;
        this.check = check;
    }

    /**
     * An existing post is edited in place even if the policy has since changed. A post that someone deleted is not
     * posted again, nor is its discussion. If the configured discussion category does not exist, there is no place.
     */
    Outcome publish(PostRepository home, Policy policy, Marker marker, SummaryText text) {
        Publication known = publications.find(home.organization(), marker);
        if (known != null && known.state() == Publication.State.DELETED) {
            return new Outcome.Gone(known);
        }
        return switch (known == null ? policy.summary().postTo() : target(known)) {
            case ISSUE -> publisher.publish(home, Post.of(marker, issue(policy.summary(), text.title()), text.body()));
            case DISCUSSION -> publishInDiscussion(home, policy, marker, text);
        };
    }

    /** False for a post in a repository that was the governance repository before this one. */
    boolean standsIn(PostRepository home, Marker marker) {
        Publication known = publications.find(home.organization(), marker);
        return known != null && known.repositoryId() == home.repositoryId();
    }

    /** An issue with the labels and assignees of the policy. */
    public static PostTarget.Issue issue(Policy.Summary policy, String title) {
        List<IssueLabel> labels = policy.labels().stream()
                .map(label -> new IssueLabel(label, LABEL_COLOR, LABEL_DESCRIPTION))
                .toList();
        return new PostTarget.Issue(title, labels, policy.assignees());
    }

    private static Policy.PostTo target(Publication publication) {
        return switch (publication.location()) {
            case PostLocation.Issue _, PostLocation.IssueComment _ -> Policy.PostTo.ISSUE;
            case PostLocation.Discussion _, PostLocation.DiscussionComment _ -> Policy.PostTo.DISCUSSION;
        };
    }

    /** The discussion's own text never changes: that somebody deleted it shows only when it is commented on. */
    private Outcome publishInDiscussion(PostRepository home, Policy policy, Marker marker, SummaryText text) {
        try {
            return comment(home, policy, marker, text);
        } catch (GitHubException failure) {
            if (failure.failure() instanceof Failure.NotFound && check.isDeleted(home, DISCUSSION)) {
                return comment(home, policy, marker, text);
            }
            throw failure;
        }
    }

    private Outcome comment(PostRepository home, Policy policy, Marker marker, SummaryText text) {
        Outcome discussion = discussion(home, policy);
        if (discussion instanceof Outcome.NoPlace) {
            return discussion;
        }
        String id = discussion
                .standing()
                .map(Publication::location)
                .map(SummaryPlace::discussionId)
                .orElseThrow();
        return publisher.publish(home, Post.of(marker, new PostTarget.DiscussionComment(id, null), text.body()));
    }

    private Outcome discussion(PostRepository home, Policy policy) {
        Post post = Post.of(
                        DISCUSSION,
                        new PostTarget.Discussion(
                                DISCUSSION_TITLE, policy.summary().discussionCategory()),
                        "Copilot usage of this organization, one comment a week. Questions: comment "
                                + Markdown.code(policy.commands().prefix() + " help") + "\n")
                .evenIfDeleted();
        return publisher.publish(home, post);
    }

    private static String discussionId(PostLocation location) {
        return switch (location) {
            case PostLocation.Discussion(String id) -> id;
            case PostLocation.Issue _, PostLocation.IssueComment _, PostLocation.DiscussionComment _ ->
                throw new IllegalStateException("the discussion is no discussion, but " + location);
        };
    }
}

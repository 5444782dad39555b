package dev.flightlog.summary;

import dev.flightlog.github.DiscussionCategory;
import dev.flightlog.github.IssueLabel;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Marker;
import dev.flightlog.policy.Policy;
import dev.flightlog.publish.Home;
import dev.flightlog.publish.Location;
import dev.flightlog.publish.Outcome;
import dev.flightlog.publish.Place;
import dev.flightlog.publish.Post;
import dev.flightlog.publish.Publication;
import dev.flightlog.publish.Publications;
import dev.flightlog.publish.Publisher;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Where a weekly post stands, or will stand under the policy: an issue of its own, or a comment in the one discussion. */
@Singleton
class SummaryPlace {
    private static final Marker DISCUSSION = new Marker("discussion", "copilot-usage");
    private static final String DISCUSSION_TITLE = "Copilot usage";
    private static final String LABEL_COLOR = "1f6feb";
    private static final String LABEL_DESCRIPTION = "Posted by Flightlog";

    private final Publisher publisher;
    private final Publications publications;

    SummaryPlace(Publisher publisher, Publications publications) {
        this.publisher = publisher;
        this.publications = publications;
    }

    /** A post that stands stays where it is, whatever the policy says by now. */
    Found of(Home home, Policy policy, Marker marker, String title) {
        Policy.PostTo target = publications
                .find(home.organization(), marker)
                .map(SummaryPlace::target)
                .orElse(policy.summary().postTo());
        return switch (target) {
            case ISSUE -> new Found.Here(issue(policy.summary(), title));
            case DISCUSSION -> discussion(home, policy);
        };
    }

    static Place.Issue issue(Policy.Summary policy, String title) {
        List<IssueLabel> labels = policy.labels().stream()
                .map(label -> new IssueLabel(label, LABEL_COLOR, LABEL_DESCRIPTION))
                .toList();
        return new Place.Issue(title, labels, policy.assignees());
    }

    private static Policy.PostTo target(Publication publication) {
        return switch (publication.location()) {
            case Location.Issue _, Location.IssueComment _ -> Policy.PostTo.ISSUE;
            case Location.Discussion _, Location.DiscussionComment _ -> Policy.PostTo.DISCUSSION;
        };
    }

    private Found discussion(Home home, Policy policy) {
        Post post = Post.of(
                        DISCUSSION,
                        new Place.Discussion(DISCUSSION_TITLE, policy.summary().discussionCategory()),
                        "Copilot usage of this organization, one comment a week. Questions: comment "
                                + Markdown.code(policy.commands().prefix() + " help") + "\n")
                .evenIfDeleted();
        Outcome outcome = publisher.publish(home, post);
        if (outcome instanceof Outcome.NoPlace(DiscussionCategory category)) {
            return new Found.NoCategory(category);
        }
        Optional<String> id = outcome.standing().map(Publication::location).map(SummaryPlace::discussionId);
        return new Found.Here(new Place.DiscussionComment(id.orElseThrow(), null));
    }

    private static String discussionId(Location location) {
        return switch (location) {
            case Location.Discussion(String id) -> id;
            case Location.Issue _, Location.IssueComment _, Location.DiscussionComment _ ->
                throw new IllegalStateException("the discussion is no discussion, but " + location);
        };
    }

    /** Whether there is a place. */
    sealed interface Found {
        record Here(Place place) implements Found {}

        record NoCategory(DiscussionCategory category) implements Found {}
    }
}

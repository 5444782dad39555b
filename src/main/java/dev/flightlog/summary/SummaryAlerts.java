package dev.flightlog.summary;

import dev.flightlog.github.discussion.DiscussionCategory;
import dev.flightlog.github.issue.CloseReason;
import dev.flightlog.markdown.Marker;
import dev.flightlog.policy.Policy;
import dev.flightlog.publish.Post;
import dev.flightlog.publish.PostRepository;
import dev.flightlog.publish.Publication;
import dev.flightlog.publish.PublicationStore;
import dev.flightlog.publish.Publisher;
import dev.flightlog.summary.text.AlertMarkdown;
import dev.flightlog.summary.text.SummaryText;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Issues that replace a summary while there can be none: one of a kind, edited while it lasts, then closed. */
@Singleton
class SummaryAlerts {
    private static final String NO_CATEGORY = "summary-place";
    private static final String OTHER_REPOSITORY = "other-repository";
    private static final String NAMES_IN_PUBLIC = "names-in-public";

    private final Publisher publisher;
    private final PublicationStore publications;

    SummaryAlerts(Publisher publisher, PublicationStore publications) {
        this.publisher = publisher;
        this.publications = publications;
    }

    /** Data have stopped. */
    void stale(PostRepository home, Policy.Summary policy, StaleAlert alert) {
        LocalDate last = alert.lastDay();
        raise(home, policy, AlertMarkdown.KIND, last == null ? "none" : last.toString(), AlertMarkdown.render(alert));
    }

    /** Data flow again. */
    void fresh(PostRepository home, Policy.Summary policy, String organization, LocalDate newestDay) {
        List<Publication> open = publications.open(home.organization(), AlertMarkdown.KIND);
        for (Publication alert : open) {
            publish(home, policy, alert.marker(), AlertMarkdown.over(organization, newestDay));
            publisher.close(home, alert.marker(), CloseReason.COMPLETED);
        }
    }

    /** The discussion's category is not there. */
    void noCategory(
            PostRepository home, Policy.Summary policy, String organization, String key, DiscussionCategory category) {
        List<String> slugs = switch (category) {
            case DiscussionCategory.Absent absent -> absent.slugs();
            case DiscussionCategory.DiscussionsOff _, DiscussionCategory.Found _ -> List.of();
        };
        raise(
                home,
                policy,
                NO_CATEGORY,
                key,
                AlertMarkdown.noCategory(organization, policy.discussionCategory(), slugs));
    }

    /** GitHub refuses the place that the policy names; the sentence says why and what to do. */
    void placeRefused(PostRepository home, Policy.Summary policy, String organization, String key, String sentence) {
        raise(home, policy, NO_CATEGORY, key, AlertMarkdown.placeRefused(organization, sentence));
    }

    /** A summary found its place. */
    void placed(PostRepository home) {
        publications
                .open(home.organization(), NO_CATEGORY)
                .forEach(alert -> publisher.close(home, alert.marker(), CloseReason.COMPLETED));
    }

    /** Another repository has the governance repository's configured name. */
    void otherRepository(PostRepository home, Policy policy, String organization, String name) {
        raise(
                home,
                policy.summary(),
                OTHER_REPOSITORY,
                name,
                AlertMarkdown.otherRepository(
                        organization,
                        name,
                        home.repository().name(),
                        policy.commands().prefix()));
    }

    /** No other repository has the name any more. */
    void onlyRepository(PostRepository home) {
        publications
                .open(home.organization(), OTHER_REPOSITORY)
                .forEach(alert -> publisher.close(home, alert.marker(), CloseReason.COMPLETED));
    }

    /** The repository is not private any more, and posts in it name people. */
    void namesInPublic(PostRepository home, Policy policy, String organization, int posts) {
        raise(
                home,
                policy.summary(),
                NAMES_IN_PUBLIC,
                Long.toString(home.repositoryId()),
                AlertMarkdown.namesInPublic(
                        organization, posts, policy.commands().prefix()));
    }

    /** No post names people any more, or the repository is private again. */
    void noNamesInPublic(PostRepository home) {
        publications
                .open(home.organization(), NAMES_IN_PUBLIC)
                .forEach(alert -> publisher.close(home, alert.marker(), CloseReason.COMPLETED));
    }

    /** The open alert of this kind takes the new words; a new one is made under the key. */
    private void raise(PostRepository home, Policy.Summary policy, String kind, String key, SummaryText text) {
        Marker marker = publications.open(home.organization(), kind).stream()
                .findFirst()
                .map(Publication::marker)
                .orElse(new Marker(kind, key));
        publish(home, policy, marker, text);
    }

    private void publish(PostRepository home, Policy.Summary policy, Marker marker, SummaryText text) {
        publisher.publish(home, Post.of(marker, SummaryPlace.issue(policy, text.title()), text.body()));
    }
}

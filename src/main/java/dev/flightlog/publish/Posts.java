package dev.flightlog.publish;

import dev.flightlog.github.Comment;
import dev.flightlog.github.Comments;
import dev.flightlog.github.Discussion;
import dev.flightlog.github.DiscussionCategory;
import dev.flightlog.github.DiscussionComment;
import dev.flightlog.github.DiscussionComments;
import dev.flightlog.github.Discussions;
import dev.flightlog.github.Issue;
import dev.flightlog.github.Issues;
import dev.flightlog.github.NewIssue;
import dev.flightlog.markdown.Marker;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The four kinds of post as one. */
@Singleton
class Posts {
    private final Issues issues;
    private final Comments comments;
    private final Discussions discussions;
    private final DiscussionComments replies;

    Posts(Issues issues, Comments comments, Discussions discussions, DiscussionComments replies) {
        this.issues = issues;
        this.comments = comments;
        this.discussions = discussions;
        this.replies = replies;
    }

    /** What carries the marker and is not a person's; for a discussion, also a person's of this title. */
    Optional<Standing> find(Home home, Marker marker, Place place) {
        return switch (place) {
            case Place.Issue issue ->
                issues.newest(
                                home.access(),
                                home.repository(),
                                issue.labels().isEmpty()
                                        ? null
                                        : issue.labels().getFirst().name(),
                                found -> !found.byPerson() && marker.isIn(found.body()))
                        .map(Posts::standing);
            case Place.IssueComment comment ->
                comments.first(
                                home.access(),
                                home.repository(),
                                comment.issue(),
                                comment.since(),
                                found -> !found.byPerson() && marker.isIn(found.body()))
                        .map(found -> standing(comment.issue(), found));
            case Place.Discussion discussion ->
                discussions
                        .newest(
                                home.access(),
                                home.repository(),
                                category(home, discussion),
                                found -> found.byPerson()
                                        ? found.title().equals(discussion.title())
                                        : marker.isIn(found.body()))
                        .map(Posts::standing);
            case Place.DiscussionComment comment ->
                findComment(home, marker, comment).map(Posts::standing);
        };
    }

    Standing create(Home home, Place place, Text text) {
        return switch (place) {
            case Place.Issue issue ->
                standing(issues.create(
                        home.access(),
                        home.repository(),
                        new NewIssue(issue.title(), text.body(), issue.labels(), issue.assignees())));
            case Place.IssueComment comment ->
                standing(
                        comment.issue(),
                        comments.create(home.access(), home.repository(), comment.issue(), text.body()));
            case Place.Discussion discussion ->
                standing(
                        discussions.create(home.access(), category(home, discussion), discussion.title(), text.body()));
            case Place.DiscussionComment comment -> {
                String thread = comment.replyTo() == null ? null : replies.topLevel(home.access(), comment.replyTo());
                yield standing(replies.create(home.access(), comment.discussion(), thread, text.body()));
            }
        };
    }

    Standing edit(Home home, Location location, Text text) {
        return switch (location) {
            case Location.Issue(int number) ->
                standing(issues.edit(home.access(), home.repository(), number, text.title(), text.body()));
            case Location.IssueComment(int issue, long id) ->
                standing(issue, comments.edit(home.access(), home.repository(), id, text.body()));
            case Location.Discussion(String id) ->
                standing(discussions.edit(home.access(), id, text.title(), text.body()));
            case Location.DiscussionComment(String id) -> standing(replies.edit(home.access(), id, text.body()));
        };
    }

    Standing read(Home home, Location location) {
        return switch (location) {
            case Location.Issue(int number) -> standing(issues.get(home.access(), home.repository(), number));
            case Location.IssueComment(int issue, long id) ->
                standing(issue, comments.get(home.access(), home.repository(), id));
            case Location.Discussion(String id) -> standing(discussions.get(home.access(), id));
            case Location.DiscussionComment(String id) -> standing(replies.get(home.access(), id));
        };
    }

    private Optional<DiscussionComment> findComment(Home home, Marker marker, Place.DiscussionComment place) {
        if (place.replyTo() == null) {
            return replies.first(
                    home.access(), place.discussion(), found -> !found.byPerson() && marker.isIn(found.body()));
        }
        return replies.firstReply(
                home.access(),
                replies.topLevel(home.access(), place.replyTo()),
                found -> !found.byPerson() && marker.isIn(found.body()));
    }

    private DiscussionCategory.Found category(Home home, Place.Discussion discussion) {
        return switch (discussions.category(home.access(), home.repository(), discussion.category())) {
            case DiscussionCategory.Found found -> found;
            case DiscussionCategory.Absent absent -> throw new NoCategoryException(absent);
            case DiscussionCategory.DiscussionsOff off -> throw new NoCategoryException(off);
        };
    }

    private static Standing standing(Issue issue) {
        return new Standing(
                new Location.Issue(issue.number()),
                issue.title(),
                issue.body(),
                issue.url(),
                issue.open(),
                issue.byPerson());
    }

    private static Standing standing(int issue, Comment comment) {
        return new Standing(
                new Location.IssueComment(issue, comment.id()),
                null,
                comment.body(),
                comment.url(),
                true,
                comment.byPerson());
    }

    private static Standing standing(Discussion discussion) {
        return new Standing(
                new Location.Discussion(discussion.id()),
                discussion.title(),
                discussion.body(),
                discussion.url(),
                true,
                discussion.byPerson());
    }

    private static Standing standing(DiscussionComment comment) {
        return new Standing(
                new Location.DiscussionComment(comment.id()),
                null,
                comment.body(),
                comment.url(),
                true,
                comment.byPerson());
    }
}

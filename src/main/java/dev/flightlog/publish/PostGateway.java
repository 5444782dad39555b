package dev.flightlog.publish;

import dev.flightlog.github.discussion.Discussion;
import dev.flightlog.github.discussion.DiscussionCategory;
import dev.flightlog.github.discussion.DiscussionComment;
import dev.flightlog.github.discussion.DiscussionComments;
import dev.flightlog.github.discussion.Discussions;
import dev.flightlog.github.issue.Comment;
import dev.flightlog.github.issue.Comments;
import dev.flightlog.github.issue.Issue;
import dev.flightlog.github.issue.Issues;
import dev.flightlog.github.issue.NewIssue;
import dev.flightlog.markdown.Marker;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four kinds of post as one. */
@Singleton
class PostGateway {
    private final Issues issues;
    private final Comments comments;
    private final Discussions discussions;
    private final DiscussionComments replies;

    PostGateway(Issues issues, Comments comments, Discussions discussions, DiscussionComments replies) {
        this.issues = issues;
        this.comments = comments;
        this.discussions = discussions;
        this.replies = replies;
    }

    /** What the App itself made and carries the marker. */
    Optional<RemotePost> find(PostRepository home, Marker marker, PostTarget place) {
        return switch (place) {
            case PostTarget.Issue issue ->
                newest(
                                home,
                                marker,
                                issue.labels().isEmpty()
                                        ? null
                                        : issue.labels().getFirst().name())
                        .or(() -> newest(home, marker, null))
                        .map(PostGateway::standing);
            case PostTarget.IssueComment comment ->
                comments.first(
                                home.access(),
                                home.repository(),
                                comment.issue(),
                                comment.since(),
                                found -> found.ours() && marker.isIn(found.body()))
                        .map(found -> standing(comment.issue(), found));
            case PostTarget.Discussion discussion ->
                discussions
                        .newest(
                                home.access(),
                                home.repository(),
                                category(home, discussion),
                                found -> found.ours() && marker.isIn(found.body()))
                        .map(PostGateway::standing);
            case PostTarget.DiscussionComment comment ->
                findComment(home, marker, comment).map(PostGateway::standing);
        };
    }

    /** A person may have removed the label; then the marker is looked for in every issue. */
    private Optional<Issue> newest(PostRepository home, Marker marker, @Nullable String label) {
        return issues.newest(
                home.access(), home.repository(), label, found -> found.ours() && marker.isIn(found.body()));
    }

    RemotePost create(PostRepository home, PostTarget place, PostText text) {
        return switch (place) {
            case PostTarget.Issue issue ->
                standing(issues.create(
                        home.access(),
                        home.repository(),
                        new NewIssue(issue.title(), text.body(), issue.labels(), issue.assignees())));
            case PostTarget.IssueComment comment ->
                standing(
                        comment.issue(),
                        comments.create(home.access(), home.repository(), comment.issue(), text.body()));
            case PostTarget.Discussion discussion ->
                standing(
                        discussions.create(home.access(), category(home, discussion), discussion.title(), text.body()));
            case PostTarget.DiscussionComment comment -> {
                String thread = comment.replyTo() == null ? null : replies.topLevel(home.access(), comment.replyTo());
                yield standing(replies.create(home.access(), comment.discussion(), thread, text.body()));
            }
        };
    }

    RemotePost edit(PostRepository home, PostLocation location, PostText text) {
        return switch (location) {
            case PostLocation.Issue(int number) ->
                standing(issues.edit(home.access(), home.repository(), number, text.title(), text.body()));
            case PostLocation.IssueComment(int issue, long id) ->
                standing(issue, comments.edit(home.access(), home.repository(), id, text.body()));
            case PostLocation.Discussion(String id) ->
                standing(discussions.edit(home.access(), id, text.title(), text.body()));
            case PostLocation.DiscussionComment(String id) -> standing(replies.edit(home.access(), id, text.body()));
        };
    }

    RemotePost read(PostRepository home, PostLocation location) {
        return switch (location) {
            case PostLocation.Issue(int number) -> standing(issues.get(home.access(), home.repository(), number));
            case PostLocation.IssueComment(int issue, long id) ->
                standing(issue, comments.get(home.access(), home.repository(), id));
            case PostLocation.Discussion(String id) -> standing(discussions.get(home.access(), id));
            case PostLocation.DiscussionComment(String id) -> standing(replies.get(home.access(), id));
        };
    }

    private Optional<DiscussionComment> findComment(
            PostRepository home, Marker marker, PostTarget.DiscussionComment place) {
        if (place.replyTo() == null) {
            return replies.first(home.access(), place.discussion(), found -> found.ours() && marker.isIn(found.body()));
        }
        return replies.firstReply(
                home.access(),
                replies.topLevel(home.access(), place.replyTo()),
                found -> found.ours() && marker.isIn(found.body()));
    }

    private DiscussionCategory.Found category(PostRepository home, PostTarget.Discussion discussion) {
        return switch (discussions.category(home.access(), home.repository(), discussion.category())) {
            case DiscussionCategory.Found found -> found;
            case DiscussionCategory.Absent absent -> throw new NoCategoryException(absent);
            case DiscussionCategory.DiscussionsOff off -> throw new NoCategoryException(off);
        };
    }

    private static RemotePost standing(Issue issue) {
        return new RemotePost(
                new PostLocation.Issue(issue.number()),
                issue.title(),
                issue.body(),
                issue.url(),
                issue.open(),
                issue.ours());
    }

    private static RemotePost standing(int issue, Comment comment) {
        return new RemotePost(
                new PostLocation.IssueComment(issue, comment.id()),
                null,
                comment.body(),
                comment.url(),
                true,
                comment.ours());
    }

    private static RemotePost standing(Discussion discussion) {
        return new RemotePost(
                new PostLocation.Discussion(discussion.id()),
                discussion.title(),
                discussion.body(),
                discussion.url(),
                true,
                discussion.ours());
    }

    private static RemotePost standing(DiscussionComment comment) {
        return new RemotePost(
                new PostLocation.DiscussionComment(comment.id()),
                null,
                comment.body(),
                comment.url(),
                true,
                comment.ours());
    }
}

package dev.flightlog.fake;

import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Repository;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Discussions as webhooks carry them; REST has none. */
final class DiscussionShapes {
    private final Urls urls;
    private final AccountShapes accounts;

    DiscussionShapes(Urls urls, AccountShapes accounts) {
        this.urls = urls;
        this.accounts = accounts;
    }

    String web(Discussion discussion) {
        return urls.web() + "/" + discussion.repository().fullName() + "/discussions/" + discussion.number();
    }

    String web(DiscussionComment comment) {
        return web(comment.discussion()) + "#discussioncomment-" + comment.id();
    }

    Map<String, @Nullable Object> discussion(Discussion discussion) {
        Repository repository = discussion.repository();
        return Json.object(
                "repository_url", urls.repository(repository.fullName()),
                "category", category(discussion),
                "answer_html_url", null,
                "answer_chosen_at", null,
                "answer_chosen_by", null,
                "html_url", web(discussion),
                "id", discussion.id(),
                "node_id", NodeId.of(NodeId.DISCUSSION, discussion.id()),
                "number", discussion.number(),
                "title", discussion.title(),
                "user", accounts.person(discussion.author()),
                "state", discussion.closed() ? "closed" : "open",
                "state_reason", null,
                "locked", false,
                "comments", discussion.everything().count(),
                "created_at", discussion.createdAt(),
                "updated_at", discussion.updatedAt(),
                "author_association", IssueShapes.association(repository, discussion.author()),
                "active_lock_reason", null,
                "body", discussion.body(),
                "reactions", IssueShapes.reactionCounts(discussion, web(discussion)));
    }

    private static Map<String, @Nullable Object> category(Discussion discussion) {
        return Json.object(
                "id", discussion.category().id(),
                "node_id", NodeId.of(NodeId.CATEGORY, discussion.category().id()),
                "repository_id", discussion.repository().id(),
                "emoji", discussion.category().emoji(),
                "name", discussion.category().name(),
                "description", "",
                "created_at", discussion.repository().createdAt(),
                "updated_at", discussion.repository().createdAt(),
                "slug", discussion.category().slug(),
                "is_answerable", discussion.category().answerable());
    }

    Map<String, @Nullable Object> comment(DiscussionComment comment) {
        Discussion discussion = comment.discussion();
        return Json.object(
                "id", comment.id(),
                "node_id", NodeId.of(NodeId.DISCUSSION_COMMENT, comment.id()),
                "html_url", web(comment),
                "parent_id", comment.parent().map(DiscussionComment::id),
                "child_comment_count", discussion.repliesTo(comment).size(),
                "repository_url", discussion.repository().fullName(),
                "discussion_id", discussion.id(),
                "author_association", IssueShapes.association(discussion.repository(), comment.author()),
                "user", accounts.person(comment.author()),
                "created_at", comment.createdAt(),
                "updated_at", comment.updatedAt(),
                "body", comment.body(),
                "reactions", IssueShapes.reactionCounts(comment, web(comment)));
    }
}

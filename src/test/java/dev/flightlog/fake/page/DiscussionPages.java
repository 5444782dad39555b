package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Repository;
import java.util.Comparator;
import java.util.List;

/** Discussions of a repository, and one with its threads. */
final class DiscussionPages {
    private final Layout layout;
    private final Conversation conversation;

    DiscussionPages(Layout layout, Conversation conversation) {
        this.layout = layout;
        this.conversation = conversation;
    }

    Reply list(Repository repository) {
        List<Discussion> discussions = repository.discussions().stream()
                .sorted(Comparator.comparing(Discussion::updatedAt).reversed())
                .toList();
        StringBuilder rows = new StringBuilder();
        for (Discussion discussion : discussions) {
            rows.append("<div class=\"row\"><span class=\"dot ")
                    .append(discussion.closed() ? "closed" : "open")
                    .append("\"></span><div><a class=\"title\" href=\"")
                    .append(Html.escape(base(discussion)))
                    .append("\">")
                    .append(Html.escape(discussion.title()))
                    .append("</a><div class=\"muted\">#")
                    .append(discussion.number())
                    .append(" in ")
                    .append(Html.escape(discussion.category().name()))
                    .append(" · ")
                    .append(Html.count(discussion.everything().count(), "comment", "comments"))
                    .append("</div></div></div>");
        }
        String empty = "<p class=\"blank\">No discussions.</p>";
        return Reply.html(layout.page(
                repository,
                "Discussions",
                "Discussions",
                "<div class=\"list\">" + (discussions.isEmpty() ? empty : rows) + "</div>"));
    }

    private static String base(Discussion discussion) {
        return "/" + discussion.repository().fullName() + "/discussions/" + discussion.number();
    }

    Reply one(Discussion discussion, Visit visit) {
        String live = timeline(discussion);
        if (visit.fragment()) {
            return Reply.html(live);
        }
        String box = box(discussion, "", "Comment");
        return Reply.html(layout.page(
                discussion.repository(),
                "Discussions",
                discussion.title(),
                "<div id=\"live\">" + live + "</div>" + box));
    }

    private String timeline(Discussion discussion) {
        String state = discussion.closed() ? "closed" : "open";
        StringBuilder html = new StringBuilder(Conversation.live(
                "head",
                "<h2>" + Html.escape(discussion.title()) + " <span class=\"muted\">#" + discussion.number()
                        + "</span></h2><p><span class=\"status " + state + "\">" + state + "</span> "
                        + "<span class=\"muted\">in "
                        + Html.escape(discussion.category().name()) + "</span></p>"));
        html.append(Conversation.live("post", conversation.post(discussion, "discussion-" + discussion.id())));
        for (DiscussionComment comment : discussion.comments()) {
            html.append(Conversation.live("c" + comment.id(), conversation.post(comment, anchor(comment))));
            for (DiscussionComment reply : discussion.repliesTo(comment)) {
                html.append(Conversation.live(
                        "c" + reply.id(),
                        "<div class=\"thread\">" + conversation.post(reply, anchor(reply)) + "</div>"));
            }
            html.append(Conversation.live("r" + comment.id(), replyBox(discussion, comment)));
        }
        return html.toString();
    }

    private static String anchor(DiscussionComment comment) {
        return "discussioncomment-" + comment.id();
    }

    private static String replyBox(Discussion discussion, DiscussionComment comment) {
        return "<details class=\"thread new\"><summary>Reply</summary>"
                + box(discussion, "<input type=\"hidden\" name=\"reply_to\" value=\"" + comment.id() + "\">", "Reply")
                + "</details>";
    }

    private static String box(Discussion discussion, String hidden, String label) {
        return discussion
                .repository()
                .organization()
                .map(organization -> Conversation.box(organization, base(discussion) + "/comments", hidden, label))
                .orElse("");
    }
}

package dev.flightlog.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Makes events of what people write: comments, and the first text of an issue or a discussion. */
final class CommentParser {
    private CommentParser() {}

    static WebhookEvent issueComment(JsonNode json, String action) {
        JsonNode comment = json.path("comment");
        Actor author = author(json, comment);
        if (!action.equals("created") || author == null) {
            return new WebhookEvent.Ignored("issue_comment", action);
        }
        return new WebhookEvent.IssueCommentCreated(
                EventFields.origin(json),
                (int) PayloadJson.number(json.path("issue"), "number"),
                PayloadJson.number(comment, "id"),
                comment.path("body").asText(""),
                author,
                PayloadJson.instantOrNull(comment, "created_at"));
    }

    static WebhookEvent discussionComment(JsonNode json, String action) {
        JsonNode comment = json.path("comment");
        Actor author = author(json, comment);
        if (!action.equals("created") || author == null) {
            return new WebhookEvent.Ignored("discussion_comment", action);
        }
        JsonNode discussion = json.path("discussion");
        return new WebhookEvent.DiscussionCommentCreated(
                EventFields.origin(json),
                (int) PayloadJson.number(discussion, "number"),
                PayloadJson.text(discussion, "node_id"),
                PayloadJson.text(comment, "node_id"),
                PayloadJson.number(comment, "id"),
                comment.path("body").asText(""),
                author,
                PayloadJson.instantOrNull(comment, "created_at"));
    }

    static WebhookEvent issue(JsonNode json, String action) {
        JsonNode issue = json.path("issue");
        Actor author = author(json, issue);
        if (!action.equals("opened") || author == null) {
            return new WebhookEvent.Ignored("issues", action);
        }
        return new WebhookEvent.IssueOpened(
                EventFields.origin(json),
                (int) PayloadJson.number(issue, "number"),
                PayloadJson.number(issue, "id"),
                issue.path("body").asText(""),
                author,
                PayloadJson.instantOrNull(issue, "created_at"));
    }

    static WebhookEvent discussion(JsonNode json, String action) {
        JsonNode discussion = json.path("discussion");
        Actor author = author(json, discussion);
        if (!action.equals("created") || author == null) {
            return new WebhookEvent.Ignored("discussion", action);
        }
        return new WebhookEvent.DiscussionStarted(
                EventFields.origin(json),
                (int) PayloadJson.number(discussion, "number"),
                PayloadJson.text(discussion, "node_id"),
                PayloadJson.number(discussion, "id"),
                discussion.path("body").asText(""),
                author,
                PayloadJson.instantOrNull(discussion, "created_at"));
    }

    /**
     * Who wrote it; null where the account is gone. What is sent through an app is the app's, whoever's token it used.
     *
     * @param written the comment, issue or discussion
     */
    private static @Nullable Actor author(JsonNode json, JsonNode written) {
        Actor account = EventFields.actorOrNull(written.path("user"));
        return account == null
                ? null
                : new Actor(
                        account.id(),
                        account.login(),
                        account.human()
                                && !json.path("sender").path("type").asText().equals("Bot")
                                && written.path("performed_via_github_app")
                                        .path("id")
                                        .isMissingNode());
    }
}

package dev.flightlog.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes events of what people write: comments, and the first text of an issue or a discussion. */
final class CommentParser {
    private CommentParser() {}

    static WebhookEvent issueComment(JsonNode json, String action) {
        JsonNode comment = json.path("comment");
        Actor author = EventFields.actorOrNull(comment.path("user"));
        if (!action.equals("created") || author == null) {
            return new WebhookEvent.Ignored("issue_comment", action);
        }
        return new WebhookEvent.IssueCommentCreated(
                EventFields.origin(json),
                (int) PayloadJson.number(json.path("issue"), "number"),
                PayloadJson.number(comment, "id"),
                comment.path("body").asText(""),
                person(json, comment, author),
                PayloadJson.instantOrNull(comment, "created_at"));
    }

    static WebhookEvent discussionComment(JsonNode json, String action) {
        JsonNode comment = json.path("comment");
        Actor author = EventFields.actorOrNull(comment.path("user"));
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
                person(json, comment, author),
                PayloadJson.instantOrNull(comment, "created_at"));
    }

    static WebhookEvent issue(JsonNode json, String action) {
        JsonNode issue = json.path("issue");
        Actor author = EventFields.actorOrNull(issue.path("user"));
        if (!action.equals("opened") || author == null) {
            return new WebhookEvent.Ignored("issues", action);
        }
        return new WebhookEvent.IssueOpened(
                EventFields.origin(json),
                (int) PayloadJson.number(issue, "number"),
                PayloadJson.number(issue, "id"),
                issue.path("body").asText(""),
                person(json, issue, author),
                PayloadJson.instantOrNull(issue, "created_at"));
    }

    static WebhookEvent discussion(JsonNode json, String action) {
        JsonNode discussion = json.path("discussion");
        Actor author = EventFields.actorOrNull(discussion.path("user"));
        if (!action.equals("created") || author == null) {
            return new WebhookEvent.Ignored("discussion", action);
        }
        return new WebhookEvent.DiscussionStarted(
                EventFields.origin(json),
                (int) PayloadJson.number(discussion, "number"),
                PayloadJson.text(discussion, "node_id"),
                PayloadJson.number(discussion, "id"),
                discussion.path("body").asText(""),
                person(json, discussion, author),
                PayloadJson.instantOrNull(discussion, "created_at"));
    }

    /** A comment sent through an app is the app's, whoever's token it used. */
    private static Actor person(JsonNode json, JsonNode comment, Actor author) {
        boolean human = author.human()
                && !json.path("sender").path("type").asText().equals("Bot")
                && comment.path("performed_via_github_app").path("id").isMissingNode();
        return new Actor(author.id(), author.login(), human);
    }
}

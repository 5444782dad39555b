package dev.flightlog.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of a payload. An event or action that nobody acts on is {@link WebhookEvent.Ignored}, never an error.
 */
final class WebhookParser {
    private static final Set<String> KNOWN = Set.of(
            "check_run",
            "check_suite",
            "discussion",
            "discussion_comment",
            "github_app_authorization",
            "installation",
            "installation_repositories",
            "installation_target",
            "issue_comment",
            "issues",
            "membership",
            "organization",
            "ping",
            "pull_request",
            "push",
            "repository",
            "team");

    private WebhookParser() {}

    /**
     * The event's name as a metric's label: whoever knows the secret may send any name, and labels are kept for ever.
     */
    static String label(String event) {
        return KNOWN.contains(event) ? event : "other";
    }

    /** @throws MalformedEventException if an event that Flightlog acts on lacks a required field */
    static WebhookEvent parse(String event, byte[] payload) {
        JsonNode json = PayloadJson.read(payload);
        String action = json.path("action").asText("");
        if (ofEnterprise(json) && !event.equals("installation")) {
            return new WebhookEvent.OfEnterprise(
                    label(event), json.path("installation").path("id").asLong());
        }
        return switch (event) {
            case "installation" -> installation(json, action);
            case "installation_repositories", "repository" -> new WebhookEvent.RepositoriesChanged(origin(json));
            case "installation_target" -> renamed(json.path("account"), event, action);
            case "github_app_authorization" -> authorization(json, action);
            case "organization" -> organization(json, action);
            case "membership" -> membership(json, action);
            case "team" -> team(json, action);
            case "issue_comment" -> issueComment(json, action);
            case "discussion_comment" -> discussionComment(json, action);
            case "issues" -> issue(json, action);
            case "discussion" -> discussion(json, action);
            case "pull_request" -> pullRequest(json, action);
            case "push" ->
                new WebhookEvent.Pushed(
                        origin(json),
                        PayloadJson.text(json, "ref"),
                        PayloadJson.text(json, "before"),
                        PayloadJson.text(json, "after"),
                        senderId(json));
            case "check_suite" -> checkSuite(json, action);
            case "check_run" -> checkRun(json, action);
            default -> new WebhookEvent.Ignored(event, action);
        };
    }

    private static WebhookEvent installation(JsonNode json, String action) {
        return switch (action) {
            case "created", "unsuspend", "new_permissions_accepted" ->
                new WebhookEvent.InstallationChanged(WebhookEvent.InstallationChanged.Change.READY, installed(json));
            case "suspend" ->
                new WebhookEvent.InstallationChanged(
                        WebhookEvent.InstallationChanged.Change.SUSPENDED, installed(json));
            case "deleted" ->
                new WebhookEvent.InstallationChanged(WebhookEvent.InstallationChanged.Change.REMOVED, installed(json));
            default -> new WebhookEvent.Ignored("installation", action);
        };
    }

    private static WebhookEvent.InstalledAccount installed(JsonNode json) {
        JsonNode installation = json.path("installation");
        JsonNode account = installation.path("account");
        Map<String, String> permissions = new HashMap<>();
        installation
                .path("permissions")
                .properties()
                .forEach(field ->
                        permissions.put(field.getKey(), field.getValue().asText()));
        String type =
                installation.path("target_type").asText(account.path("type").asText());
        return new WebhookEvent.InstalledAccount(
                PayloadJson.number(installation, "id"),
                PayloadJson.number(account, "id"),
                // An enterprise has no login.
                type.equals("Organization")
                        ? PayloadJson.text(account, "login")
                        : account.path("login").asText(""),
                type.equals("Organization"),
                permissions);
    }

    /** An enterprise's account has a slug and no login, and nothing of it is in an organization that is named. */
    private static boolean ofEnterprise(JsonNode json) {
        return !json.has("organization")
                && !json.has("repository")
                && Stream.of(
                                json.path("target_type"),
                                json.path("installation").path("target_type"),
                                json.path("installation").path("account").path("type"))
                        .anyMatch(type -> type.asText("").equals("Enterprise"));
    }

    private static WebhookEvent renamed(JsonNode account, String event, String action) {
        return action.equals("renamed")
                ? new WebhookEvent.OrganizationRenamed(
                        PayloadJson.number(account, "id"), PayloadJson.text(account, "login"))
                : new WebhookEvent.Ignored(event, action);
    }

    private static WebhookEvent authorization(JsonNode json, String action) {
        Actor person = actorOrNull(json.path("sender"));
        return action.equals("revoked") && person != null
                ? new WebhookEvent.AuthorizationRevoked(person)
                : new WebhookEvent.Ignored("github_app_authorization", action);
    }

    private static WebhookEvent organization(JsonNode json, String action) {
        return switch (action) {
            case "renamed" -> renamed(json.path("organization"), "organization", action);
            case "member_added", "member_removed" -> {
                Actor member = actorOrNull(json.path("membership").path("user"));
                yield member == null
                        ? new WebhookEvent.Ignored("organization", action)
                        : new WebhookEvent.OrganizationMemberChanged(
                                origin(json), member, action.equals("member_added"));
            }
            default -> new WebhookEvent.Ignored("organization", action);
        };
    }

    private static WebhookEvent membership(JsonNode json, String action) {
        JsonNode team = json.path("team");
        Actor member = actorOrNull(json.path("member"));
        if (team.path("deleted").asBoolean() || member == null) {
            return new WebhookEvent.TeamChanged(
                    origin(json),
                    PayloadJson.number(team, "id"),
                    PayloadJson.textOrNull(team, "slug"),
                    !team.path("deleted").asBoolean());
        }
        return new WebhookEvent.TeamMemberChanged(
                origin(json), PayloadJson.number(team, "id"), member, action.equals("added"));
    }

    private static WebhookEvent team(JsonNode json, String action) {
        JsonNode team = json.path("team");
        return new WebhookEvent.TeamChanged(
                origin(json),
                PayloadJson.number(team, "id"),
                PayloadJson.textOrNull(team, "slug"),
                !action.equals("deleted"));
    }

    private static WebhookEvent issueComment(JsonNode json, String action) {
        JsonNode comment = json.path("comment");
        Actor author = actorOrNull(comment.path("user"));
        if (!action.equals("created") || author == null) {
            return new WebhookEvent.Ignored("issue_comment", action);
        }
        return new WebhookEvent.IssueCommentCreated(
                origin(json),
                (int) PayloadJson.number(json.path("issue"), "number"),
                PayloadJson.number(comment, "id"),
                comment.path("body").asText(""),
                person(json, comment, author),
                PayloadJson.instantOrNull(comment, "created_at"));
    }

    private static WebhookEvent discussionComment(JsonNode json, String action) {
        JsonNode comment = json.path("comment");
        Actor author = actorOrNull(comment.path("user"));
        if (!action.equals("created") || author == null) {
            return new WebhookEvent.Ignored("discussion_comment", action);
        }
        JsonNode discussion = json.path("discussion");
        return new WebhookEvent.DiscussionCommentCreated(
                origin(json),
                (int) PayloadJson.number(discussion, "number"),
                PayloadJson.text(discussion, "node_id"),
                PayloadJson.text(comment, "node_id"),
                PayloadJson.number(comment, "id"),
                comment.path("body").asText(""),
                person(json, comment, author),
                PayloadJson.instantOrNull(comment, "created_at"));
    }

    private static WebhookEvent issue(JsonNode json, String action) {
        JsonNode issue = json.path("issue");
        Actor author = actorOrNull(issue.path("user"));
        if (!action.equals("opened") || author == null) {
            return new WebhookEvent.Ignored("issues", action);
        }
        return new WebhookEvent.IssueOpened(
                origin(json),
                (int) PayloadJson.number(issue, "number"),
                PayloadJson.number(issue, "id"),
                issue.path("body").asText(""),
                person(json, issue, author),
                PayloadJson.instantOrNull(issue, "created_at"));
    }

    private static WebhookEvent discussion(JsonNode json, String action) {
        JsonNode discussion = json.path("discussion");
        Actor author = actorOrNull(discussion.path("user"));
        if (!action.equals("created") || author == null) {
            return new WebhookEvent.Ignored("discussion", action);
        }
        return new WebhookEvent.DiscussionStarted(
                origin(json),
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

    private static WebhookEvent pullRequest(JsonNode json, String action) {
        JsonNode pull = json.path("pull_request");
        return switch (action) {
            case "opened", "reopened", "synchronize", "edited", "ready_for_review" ->
                new WebhookEvent.PullRequestChanged(
                        origin(json),
                        (int) PayloadJson.number(pull, "number"),
                        PayloadJson.text(pull.path("head"), "sha"),
                        pull.path("state").asText("open").equals("open"),
                        action.equals("opened") || action.equals("synchronize") ? senderId(json) : null);
            default -> new WebhookEvent.Ignored("pull_request", action);
        };
    }

    private static WebhookEvent checkSuite(JsonNode json, String action) {
        return action.equals("requested") || action.equals("rerequested")
                ? new WebhookEvent.ChecksRequested(origin(json), PayloadJson.text(json.path("check_suite"), "head_sha"))
                : new WebhookEvent.Ignored("check_suite", action);
    }

    private static WebhookEvent checkRun(JsonNode json, String action) {
        if (!action.equals("rerequested") && !action.equals("requested_action")) {
            return new WebhookEvent.Ignored("check_run", action);
        }
        JsonNode run = json.path("check_run");
        Actor sender = actorOrNull(json.path("sender"));
        if (sender == null) {
            throw new MalformedEventException("check_run without sender");
        }
        return new WebhookEvent.CheckRunRequested(
                origin(json),
                PayloadJson.number(run, "id"),
                PayloadJson.text(run, "name"),
                PayloadJson.text(run, "head_sha"),
                PayloadJson.textOrNull(json.path("requested_action"), "identifier"),
                sender);
    }

    private static Origin origin(JsonNode json) {
        JsonNode repository = json.path("repository");
        JsonNode organization = json.has("organization") ? json.path("organization") : repository.path("owner");
        if (organization.isMissingNode()) {
            organization = json.path("installation").path("account");
        }
        return new Origin(
                PayloadJson.number(organization, "id"),
                PayloadJson.text(organization, "login"),
                json.path("installation").path("id").asLong(),
                repository.path("id").asLong(),
                PayloadJson.textOrNull(repository, "name"));
    }

    private static @Nullable Long senderId(JsonNode json) {
        Actor sender = actorOrNull(json.path("sender"));
        return sender == null ? null : sender.id();
    }

    private static @Nullable Actor actorOrNull(JsonNode user) {
        return user.hasNonNull("id") && user.hasNonNull("login")
                ? new Actor(
                        PayloadJson.number(user, "id"),
                        PayloadJson.text(user, "login"),
                        !user.path("type").asText("User").equals("Bot"))
                : null;
    }
}

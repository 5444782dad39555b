package dev.flightlog.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
            case "installation_repositories", "repository" ->
                new WebhookEvent.RepositoriesChanged(EventFields.origin(json));
            case "installation_target" -> renamed(json.path("account"), event, action);
            case "github_app_authorization" -> authorization(json, action);
            case "organization" -> organization(json, action);
            case "membership" -> membership(json, action);
            case "team" -> team(json, action);
            case "issue_comment" -> CommentParser.issueComment(json, action);
            case "discussion_comment" -> CommentParser.discussionComment(json, action);
            case "issues" -> CommentParser.issue(json, action);
            case "discussion" -> CommentParser.discussion(json, action);
            case "pull_request" -> pullRequest(json, action);
            case "push" ->
                new WebhookEvent.Pushed(
                        EventFields.origin(json),
                        PayloadJson.text(json, "ref"),
                        PayloadJson.text(json, "before"),
                        PayloadJson.text(json, "after"),
                        EventFields.senderId(json));
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
        Actor person = EventFields.actorOrNull(json.path("sender"));
        return action.equals("revoked") && person != null
                ? new WebhookEvent.AuthorizationRevoked(person)
                : new WebhookEvent.Ignored("github_app_authorization", action);
    }

    private static WebhookEvent organization(JsonNode json, String action) {
        return switch (action) {
            case "renamed" -> renamed(json.path("organization"), "organization", action);
            case "member_added", "member_removed" -> {
                Actor member = EventFields.actorOrNull(json.path("membership").path("user"));
                yield member == null
                        ? new WebhookEvent.Ignored("organization", action)
                        : new WebhookEvent.OrganizationMemberChanged(
                                EventFields.origin(json), member, action.equals("member_added"));
            }
            default -> new WebhookEvent.Ignored("organization", action);
        };
    }

    private static WebhookEvent membership(JsonNode json, String action) {
        JsonNode team = json.path("team");
        Actor member = EventFields.actorOrNull(json.path("member"));
        if (team.path("deleted").asBoolean() || member == null) {
            return new WebhookEvent.TeamChanged(
                    EventFields.origin(json),
                    PayloadJson.number(team, "id"),
                    PayloadJson.textOrNull(team, "slug"),
                    !team.path("deleted").asBoolean());
        }
        return new WebhookEvent.TeamMemberChanged(
                EventFields.origin(json), PayloadJson.number(team, "id"), member, action.equals("added"));
    }

    private static WebhookEvent team(JsonNode json, String action) {
        JsonNode team = json.path("team");
        return new WebhookEvent.TeamChanged(
                EventFields.origin(json),
                PayloadJson.number(team, "id"),
                PayloadJson.textOrNull(team, "slug"),
                !action.equals("deleted"));
    }

    private static WebhookEvent pullRequest(JsonNode json, String action) {
        JsonNode pull = json.path("pull_request");
        return switch (action) {
            case "opened", "reopened", "synchronize", "edited", "ready_for_review" ->
                new WebhookEvent.PullRequestChanged(
                        EventFields.origin(json),
                        (int) PayloadJson.number(pull, "number"),
                        PayloadJson.text(pull.path("head"), "sha"),
                        pull.path("state").asText("open").equals("open"),
                        action.equals("opened") || action.equals("synchronize") ? EventFields.senderId(json) : null);
            default -> new WebhookEvent.Ignored("pull_request", action);
        };
    }

    private static WebhookEvent checkSuite(JsonNode json, String action) {
        return action.equals("requested") || action.equals("rerequested")
                ? new WebhookEvent.ChecksRequested(
                        EventFields.origin(json), PayloadJson.text(json.path("check_suite"), "head_sha"))
                : new WebhookEvent.Ignored("check_suite", action);
    }

    private static WebhookEvent checkRun(JsonNode json, String action) {
        if (!action.equals("rerequested") && !action.equals("requested_action")) {
            return new WebhookEvent.Ignored("check_run", action);
        }
        JsonNode run = json.path("check_run");
        Actor sender = EventFields.actorOrNull(json.path("sender"));
        if (sender == null) {
            throw new MalformedEventException("check_run without sender");
        }
        return new WebhookEvent.CheckRunRequested(
                EventFields.origin(json),
                PayloadJson.number(run, "id"),
                PayloadJson.text(run, "name"),
                PayloadJson.text(run, "head_sha"),
                PayloadJson.textOrNull(json.path("requested_action"), "identifier"),
                sender);
    }
}

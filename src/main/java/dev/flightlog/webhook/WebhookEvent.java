package dev.flightlog.webhook;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened on GitHub, in the words of the features that act on it (github.md: Webhooks). */
public sealed interface WebhookEvent {
    /** The app was installed, suspended, taken up again, given permissions, or removed. */
    record InstallationChanged(Change change, InstalledAccount account) implements WebhookEvent {
        /** What became of the installation. */
        public enum Change {
            READY,
            SUSPENDED,
            REMOVED
        }
    }

    /** Whose installation it is; {@code organization} is false for a person's account and for an enterprise. */
    record InstalledAccount(
            long installationId, long id, String login, boolean organization, Map<String, String> permissions) {
        public InstalledAccount {
            permissions = Map.copyOf(permissions);
        }
    }

    /** Repositories were granted or revoked, renamed, moved, deleted, made public or private. */
    record RepositoriesChanged(Origin origin) implements WebhookEvent {}

    /** Somebody took the App's authorization for their account back. Comes without organization and installation. */
    record AuthorizationRevoked(Actor person) implements WebhookEvent {}

    /** The organization has another name. */
    record OrganizationRenamed(long organizationId, String login) implements WebhookEvent {}

    /** Somebody became a member of the organization, or left it. */
    record OrganizationMemberChanged(Origin origin, Actor member, boolean present) implements WebhookEvent {}

    /** Somebody came into a team, or left it. */
    record TeamMemberChanged(Origin origin, long teamId, Actor member, boolean present) implements WebhookEvent {}

    /** A team was made, changed or deleted. */
    record TeamChanged(Origin origin, long teamId, @Nullable String slug, boolean present) implements WebhookEvent {}

    /** Somebody wrote a comment in an issue or a pull request. */
    record IssueCommentCreated(
            Origin origin,
            int issue,
            long commentId,
            String body,
            Actor author,
            @Nullable Instant writtenAt) implements WebhookEvent {}

    /** Somebody wrote a comment in a discussion. {@code discussion} and {@code comment} are GraphQL ids. */
    record DiscussionCommentCreated(
            Origin origin,
            int number,
            String discussion,
            String comment,
            long commentId,
            String body,
            Actor author,
            @Nullable Instant writtenAt)
            implements WebhookEvent {}

    /** Somebody opened an issue; {@code issueId} is GitHub's id of it. */
    record IssueOpened(
            Origin origin,
            int issue,
            long issueId,
            String body,
            Actor author,
            @Nullable Instant writtenAt) implements WebhookEvent {}

    /** Somebody started a discussion. {@code discussion} is its GraphQL id, {@code discussionId} its other one. */
    record DiscussionStarted(
            Origin origin,
            int number,
            String discussion,
            long discussionId,
            String body,
            Actor author,
            @Nullable Instant writtenAt)
            implements WebhookEvent {}

    /**
     * A pull request has another head, base or state.
     *
     * @param pusher GitHub's id of who brought this head; null where the event says nothing about that
     */
    record PullRequestChanged(
            Origin origin,
            int number,
            String headSha,
            boolean open,
            @Nullable Long pusher) implements WebhookEvent {}

    /** A branch has other commits; {@code after} is all zeros for a branch that was deleted. */
    record Pushed(
            Origin origin,
            String ref,
            String before,
            String after,
            @Nullable Long pusher) implements WebhookEvent {}

    /** GitHub or a person asks for the checks of a commit. */
    record ChecksRequested(Origin origin, String headSha) implements WebhookEvent {}

    /** Somebody clicked Re-run or one of our buttons; {@code action} is null for Re-run. */
    record CheckRunRequested(
            Origin origin,
            long checkRunId,
            String name,
            String headSha,
            @Nullable String action,
            Actor actor) implements WebhookEvent {}

    /** Nothing that we act on. */
    record Ignored(String event, String action) implements WebhookEvent {}

    /** Something of an installation in an enterprise's account, which has no seats and no repositories for Flightlog. */
    record OfEnterprise(String event, long installationId) implements WebhookEvent {}
}

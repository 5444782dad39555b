package dev.flightlog.app;

import dev.flightlog.check.CheckRequests;
import dev.flightlog.command.Commands;
import dev.flightlog.directory.DirectoryEvents;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.session.SessionEnds;
import dev.flightlog.webhook.Origin;
import dev.flightlog.webhook.WebhookEvent;
import dev.flightlog.webhook.WebhookListener;
import jakarta.inject.Singleton;

/** Which event does what, on one page. An event is a hint: what follows reads the thing itself again. */
@Singleton
final class EventRouter implements WebhookListener {
    private final InstallationEvents installations;
    private final OrganizationStore organizations;
    private final DirectoryEvents directory;
    private final GovernanceStore governance;
    private final Commands commands;
    private final CheckRequests checks;
    private final SessionEnds sessions;
    private final JobQueue jobs;

    EventRouter(
            InstallationEvents installations,
            OrganizationStore organizations,
            DirectoryEvents directory,
            GovernanceStore governance,
            Commands commands,
            CheckRequests checks,
            SessionEnds sessions,
            JobQueue jobs) {
        this.installations = installations;
        this.organizations = organizations;
        this.directory = directory;
        this.governance = governance;
        this.commands = commands;
        this.checks = checks;
        this.sessions = sessions;
        this.jobs = jobs;
    }

    @Override
    public boolean on(WebhookEvent event) {
        return switch (event) {
            case WebhookEvent.InstallationChanged changed -> installations.on(changed);
            case WebhookEvent.RepositoriesChanged changed -> lookForGovernance(changed.origin());
            case WebhookEvent.AuthorizationRevoked revoked -> authorizationRevoked(revoked);
            case WebhookEvent.OrganizationRenamed renamed -> installations.on(renamed);
            case WebhookEvent.OrganizationMemberChanged changed -> known(changed.origin()) && member(changed);
            case WebhookEvent.TeamMemberChanged changed -> known(changed.origin()) && teamMember(changed);
            case WebhookEvent.TeamChanged changed -> known(changed.origin()) && team(changed);
            case WebhookEvent.IssueCommentCreated created -> commands.on(created);
            case WebhookEvent.DiscussionCommentCreated created -> commands.on(created);
            case WebhookEvent.IssueOpened opened -> commands.on(opened);
            case WebhookEvent.DiscussionStarted started -> commands.on(started);
            case WebhookEvent.PullRequestChanged changed -> checks.on(changed);
            case WebhookEvent.Pushed pushed -> push(pushed);
            case WebhookEvent.ChecksRequested requested -> checks.on(requested);
            case WebhookEvent.CheckRunRequested requested -> checks.on(requested);
            case WebhookEvent.OfEnterprise ignored -> installations.on(ignored);
            case WebhookEvent.Ignored _ -> false;
        };
    }

    private boolean authorizationRevoked(WebhookEvent.AuthorizationRevoked revoked) {
        sessions.authorizationRevoked(revoked.person().id());
        return true;
    }

    /** An organization that is not recorded yet is read as a whole anyway; one that left stores nothing new. */
    private boolean known(Origin origin) {
        Organization organization = organizations.byId(origin.organizationId());
        return organization != null && organization.active();
    }

    private boolean member(WebhookEvent.OrganizationMemberChanged changed) {
        directory.member(
                changed.origin().organizationId(),
                changed.member().id(),
                changed.member().login(),
                changed.present());
        if (!changed.present()) {
            sessions.left(changed.origin().organizationId(), changed.member().id());
        }
        return true;
    }

    private boolean teamMember(WebhookEvent.TeamMemberChanged changed) {
        directory.teamMember(
                changed.origin().organizationId(),
                changed.teamId(),
                changed.member().id(),
                changed.member().login(),
                changed.present());
        return true;
    }

    private boolean team(WebhookEvent.TeamChanged changed) {
        directory.team(changed.origin().organizationId(), changed.teamId(), changed.present());
        return true;
    }

    /** The default branch may hold another policy now. */
    private boolean push(WebhookEvent.Pushed pushed) {
        GovernanceRepository repository = governance.repository(pushed.origin().organizationId());
        if (repository == null || repository.id() != pushed.origin().repositoryId()) {
            return false;
        }
        if (pushed.ref().equals("refs/heads/" + repository.defaultBranch())) {
            lookForGovernance(pushed.origin());
        }
        return checks.on(pushed);
    }

    private boolean lookForGovernance(Origin origin) {
        long org = origin.organizationId();
        jobs.enqueue(GovernanceJob.TYPE, new OrganizationJob(org));
        return true;
    }
}

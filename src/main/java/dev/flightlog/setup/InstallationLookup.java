package dev.flightlog.setup;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubApp;
import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.github.rest.Outages;
import dev.flightlog.governance.Adoption;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceProblem;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.webhook.UnsignedDeliveries;
import jakarta.inject.Singleton;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far an installation is. Answers from Postgres, so that strangers cost no request to GitHub; while Postgres is
 * unavailable every installation is unknown.
 */
@Singleton
final class InstallationLookup {
    private final OrganizationStore organizations;
    private final GovernanceStore governance;
    private final SourceStatusStore statuses;
    private final Adoption adoption;
    private final GitHubApp app;
    private final Outages outages;
    private final UnsignedDeliveries unsigned;
    private final GitHubConfiguration configuration;

    InstallationLookup(
            OrganizationStore organizations,
            GovernanceStore governance,
            SourceStatusStore statuses,
            Adoption adoption,
            GitHubApp app,
            Outages outages,
            UnsignedDeliveries unsigned,
            GitHubConfiguration configuration) {
        this.app = app;
        this.outages = outages;
        this.unsigned = unsigned;
        this.configuration = configuration;
        this.statuses = statuses;
        this.adoption = adoption;
        this.organizations = organizations;
        this.governance = governance;
    }

    InstallationState state(long installationId) {
        try {
            Organization organization = organizations.byInstallation(installationId);
            return organization == null || organization.state() == Organization.State.REMOVED
                    ? unheardOf()
                    : state(organization);
        } catch (DatabaseException away) {
            return new InstallationState.Unknown();
        }
    }

    /**
     * An owner confirms that the repository that waits is the governance repository. GitHub is asked who the person is.
     *
     * @param login what the person was called at the sign-in
     */
    AdoptionState adopt(long installationId, long personId, String login) {
        Organization organization = organizations.byInstallation(installationId);
        Long candidate = organization == null ? null : governance.candidate(organization.id());
        if (organization == null || !organization.active() || candidate == null) {
            return AdoptionState.NOTHING_TO_ADOPT;
        }
        return switch (adoption.adopt(organization, candidate, personId, login)) {
            case Adoption.Outcome.Adopted _ -> AdoptionState.ADOPTED;
            case Adoption.Outcome.NotAnOwner _ -> AdoptionState.NOT_AN_OWNER;
            case Adoption.Outcome.NoCandidate _ -> AdoptionState.NOTHING_TO_ADOPT;
        };
    }

    /** Every installation that is not removed, by its id. */
    SortedMap<Long, InstallationState> all() {
        SortedMap<Long, InstallationState> states = new TreeMap<>();
        try {
            organizations.all().stream()
                    .filter(organization -> organization.state() != Organization.State.REMOVED)
                    .forEach(organization -> states.put(organization.installationId(), state(organization)));
        } catch (DatabaseException away) {
            states.clear();
        }
        return states;
    }

    private InstallationState state(Organization organization) {
        if (!organization.active()) {
            return new InstallationState.Refused(new SourceProblem.Suspended().remedy(Source.GOVERNANCE));
        }
        String remedies = remedies(organization.id());
        if (!remedies.isEmpty()) {
            return new InstallationState.Refused(remedies);
        }
        if (governance.isMissing(organization.id())) {
            return governance.candidate(organization.id()) == null
                    ? new InstallationState.Missing()
                    : new InstallationState.Unconfirmed();
        }
        return governance.repository(organization.id()) == null ? unheardOf() : new InstallationState.Ready();
    }

    /** Why there is no installation, for the list of all. */
    String whyNone() {
        return unheardOf() instanceof InstallationState.Waits(String why)
                ? "No installation is known. " + why
                : "The App is installed nowhere yet.";
    }

    /** What is not here may be on its way, or kept away by what concerns the server as a whole: no name is in it. */
    InstallationState unheardOf() {
        Failure.Unauthorized refusal = app.refusal();
        if (refusal != null) {
            return new InstallationState.Waits(SourceProblem.of(refusal).remedy(Source.GOVERNANCE));
        }
        return outages.cause(configuration.apiUrl().getHost())
                .map(cause -> "No answer from GitHub: " + cause + ".")
                .or(unsigned::otherSecret)
                .<InstallationState>map(InstallationState.Waits::new)
                .orElseGet(InstallationState.Unknown::new);
    }

    /** One sentence for each cause that has a name; the same cause of several sources once. */
    private String remedies(long org) {
        return statuses.of(org).values().stream()
                .filter(status -> status.source() != Source.BILLING)
                .flatMap(status -> Stream.ofNullable(SourceProblem.of(status.cause()))
                        .map(problem -> problem.remedy(status.source())))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}

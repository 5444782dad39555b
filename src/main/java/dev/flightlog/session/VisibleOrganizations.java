package dev.flightlog.session;

import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Role;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which organizations a signed-in person may look at, and as what: decided at each request by the rules that commands follow.
 * Only organizations in which GitHub confirmed the membership at sign-in count, because only then was a company's own sign-in
 * (SAML) asked for.
 */
@Singleton
public class VisibleOrganizations {
    private final SessionStore sessions;
    private final OrganizationStore organizations;
    private final AccessRules access;

    VisibleOrganizations(SessionStore sessions, OrganizationStore organizations, AccessRules access) {
        this.sessions = sessions;
        this.organizations = organizations;
        this.access = access;
    }

    /**
     * All of them, by name.
     *
     * @throws dev.flightlog.github.GitHubException when GitHub has to be asked and does not answer
     */
    public List<VisibleOrganization> all(SignedIn person) {
        Set<Long> confirmed = sessions.organizations(person.session());
        return organizations.active().stream()
                .filter(organization -> confirmed.contains(organization.id()))
                .flatMap(organization -> visible(organization, recentRole(person, organization)).stream())
                .sorted(Comparator.comparing(each -> each.organization().login(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /**
     * The organization of that name; nothing where it is not there and where it may not be seen alike, without asking GitHub.
     *
     * @throws dev.flightlog.github.GitHubException when GitHub has to be asked and does not answer
     */
    public Optional<VisibleOrganization> named(SignedIn person, String login) {
        return confirmed(person, login)
                .flatMap(organization -> visible(organization, recentRole(person, organization)));
    }

    /**
     * As {@link #named}, with the role asked of GitHub now: for whatever changes something.
     *
     * @throws dev.flightlog.github.GitHubException when GitHub does not answer
     */
    public Optional<VisibleOrganization> namedForChange(SignedIn person, String login) {
        return confirmed(person, login)
                .flatMap(organization ->
                        visible(organization, access.roleOf(organization, person.personId(), person.login())));
    }

    private Optional<Organization> confirmed(SignedIn person, String login) {
        Organization organization = organizations.byLogin(login);
        Set<Long> confirmed = sessions.organizations(person.session());
        return organization != null && organization.active() && confirmed.contains(organization.id())
                ? Optional.of(organization)
                : Optional.empty();
    }

    private Role recentRole(SignedIn person, Organization organization) {
        return access.recentRoleOf(organization, person.personId(), person.login());
    }

    private static Optional<VisibleOrganization> visible(Organization organization, Role role) {
        return role.covers(Role.MEMBER) ? Optional.of(new VisibleOrganization(organization, role)) : Optional.empty();
    }
}

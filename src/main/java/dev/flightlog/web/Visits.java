package dev.flightlog.web;

import dev.flightlog.command.PageRights;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Policies;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.session.PageRefusedException;
import dev.flightlog.session.SignedIn;
import dev.flightlog.session.VisibleOrganization;
import dev.flightlog.session.VisibleOrganizations;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/** Lets people in, by the rule of the command that asks for the same. */
@Singleton
public class Visits {
    private final VisibleOrganizations organizations;
    private final AccessRules access;
    private final Policies policies;
    private final SourceStatusStore sources;
    private final DirectoryStore directory;
    private final InstantSource clock;

    Visits(
            VisibleOrganizations organizations,
            AccessRules access,
            Policies policies,
            SourceStatusStore sources,
            DirectoryStore directory,
            InstantSource clock) {
        this.organizations = organizations;
        this.access = access;
        this.policies = policies;
        this.sources = sources;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Lets somebody in who may ask this command.
     *
     * @param command what follows the prefix, such as {@code seats}
     * @throws PageRefusedException 404 for an organization that is not theirs, whether it exists or not; 403 for what only
     *     admins may ask
     */
    public Visit open(SignedIn person, String organization, String command) {
        return admitted(visit(person, organization), command);
    }

    /**
     * As {@link #open}, with the role asked of GitHub now: for whatever changes something.
     *
     * @throws dev.flightlog.github.GitHubException when GitHub does not answer
     */
    public Visit openForChange(SignedIn person, String organization, String command) {
        return admitted(
                visit(person, organizations.namedForChange(person, organization).orElseThrow(Visits::nothingHere)),
                command);
    }

    private static Visit admitted(Visit visit, String command) {
        return switch (PageRights.of(command, visit.role(), false, visit.mayName())) {
            case GRANTED -> visit;
            case ADMINS_ONLY -> throw adminsOnly();
            case NAMES_HIDDEN -> throw namesHidden();
            case OTHER_TEAM, NONE -> throw nothingHere();
        };
    }

    /** As {@link #open}, for a team's page: 404 for a team that is not theirs, whether it exists or not. */
    public Visit openTeam(SignedIn person, String organization, String slug) {
        Visit visit = visit(person, organization);
        boolean inTeam = mine(visit).contains(slug.toLowerCase(Locale.ROOT));
        return switch (PageRights.of("team " + slug, visit.role(), inTeam, visit.mayName())) {
            case GRANTED -> visit;
            case ADMINS_ONLY, NAMES_HIDDEN, OTHER_TEAM, NONE -> throw nothingHere();
        };
    }

    /** Slugs of the visitor's teams, in lower case. */
    public Set<String> mine(Visit visit) {
        return directory.teamSlugsOf(visit.org(), visit.person().personId()).stream()
                .map(slug -> slug.toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toSet());
    }

    private Visit visit(SignedIn person, String name) {
        return visit(person, organizations.named(person, name).orElseThrow(Visits::nothingHere));
    }

    private Visit visit(SignedIn person, VisibleOrganization visible) {
        long org = visible.organization().id();
        return new Visit(
                person,
                visible.organization(),
                visible.role(),
                policies.inForce(org),
                access.mayNameRecently(visible.organization()),
                sources.of(org),
                clock.instant());
    }

    /** The same for what does not exist and for what somebody may not see. */
    public static PageRefusedException nothingHere() {
        return new PageRefusedException(
                HttpStatus.NOT_FOUND,
                "There is nothing here for you",
                "The address may be wrong, or it belongs to an organization, team or person that you may not see. If"
                        + " your organization uses SAML single sign-on, start its session on GitHub and sign in here"
                        + " again.");
    }

    /** For a file of what could not be read: an empty one would say that there is none. */
    public static PageRefusedException notKnown(String title, String why) {
        return new PageRefusedException(HttpStatus.SERVICE_UNAVAILABLE, title, why);
    }

    private static PageRefusedException adminsOnly() {
        return new PageRefusedException(
                HttpStatus.FORBIDDEN,
                "This page is for admins",
                "Admins are the organization's owners, and the members of the teams that the policy names under"
                        + " access.admin_teams. Ask one of them.");
    }

    private static PageRefusedException namesHidden() {
        return new PageRefusedException(
                HttpStatus.FORBIDDEN,
                "People are not named here",
                "The policy says privacy.names: never, or it was not read yet, or the governance repository is not"
                        + " private. Figures without names are on the other pages.");
    }
}

package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import dev.flightlog.github.rest.Listings;
import dev.flightlog.github.rest.RestClient;
import dev.flightlog.github.rest.UrlEncoding;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who belongs to an organization and its teams, asked of GitHub now (github.md: Members and teams). Listings hand over
 * one by one, so that their length does not matter.
 *
 * @throws GitHubException from every method
 */
@Singleton
public class Memberships {
    private final RestClient rest;
    private final Listings listings;

    public Memberships(RestClient rest, Listings listings) {
        this.rest = rest;
        this.listings = listings;
    }

    /**
     * The membership of the account with this id. GitHub is asked by login, and logins change hands: an answer about
     * another account, or none, is checked against the login that the id has now.
     *
     * @param login what the account was called when somebody last said so
     */
    public PersonMembership ofPerson(Access access, String organization, long person, String login) {
        Optional<JsonNode> answer = find(access, membership(organization, login));
        if (answer.filter(found -> found.path("user").path("id").asLong() == person)
                .isPresent()) {
            return new PersonMembership(membership(answer.get()), login);
        }
        Optional<String> now = find(access, "/user/" + person).map(user -> Fields.text(user, "login"));
        if (now.isEmpty() || now.get().isEmpty()) {
            return new PersonMembership(OrganizationMembership.NONE, login);
        }
        OrganizationMembership membership = now.get().equalsIgnoreCase(login)
                ? OrganizationMembership.NONE
                : find(access, membership(organization, now.get()))
                        .filter(found -> found.path("user").path("id").asLong() == person)
                        .map(Memberships::membership)
                        .orElse(OrganizationMembership.NONE);
        return new PersonMembership(membership, now.get());
    }

    private static String membership(String organization, String login) {
        return "/orgs/" + UrlEncoding.segment(organization) + "/memberships/" + UrlEncoding.segment(login);
    }

    /** A billing manager sees invoices and is no member. */
    private static OrganizationMembership membership(JsonNode membership) {
        if (!Fields.text(membership, "state").equals("active")) {
            return OrganizationMembership.PENDING;
        }
        return switch (Fields.text(membership, "role")) {
            case "admin" -> OrganizationMembership.OWNER;
            case "member" -> OrganizationMembership.MEMBER;
            default -> OrganizationMembership.NONE;
        };
    }

    /** Members of child teams belong to the parent, as GitHub says. */
    public TeamMembership ofTeam(Access.Installation access, String organization, String slug, String login) {
        return teamMembership(access, team(organization, slug), login);
    }

    /**
     * As {@link #ofTeam(Access.Installation, String, String, String)}, of the team with this id, whatever it is called.
     */
    public TeamMembership ofTeam(Access.Installation access, long organizationId, long teamId, String login) {
        return teamMembership(access, "/organizations/" + organizationId + "/team/" + teamId, login);
    }

    private TeamMembership teamMembership(Access.Installation access, String team, String login) {
        return find(access, team + "/memberships/" + UrlEncoding.segment(login))
                .map(membership -> {
                    if (!Fields.text(membership, "state").equals("active")) {
                        return TeamMembership.PENDING;
                    }
                    return Fields.text(membership, "role").equals("maintainer")
                            ? TeamMembership.MAINTAINER
                            : TeamMembership.MEMBER;
                })
                .orElse(TeamMembership.NONE);
    }

    public void members(
            Access.Installation access, String organization, MemberRole role, Pace pace, Consumer<Person> consumer) {
        String path = "/orgs/" + UrlEncoding.segment(organization) + "/members?role=" + role.word() + "&per_page=100";
        listings.pages(access, path, pace, page -> page.forEach(member -> consumer.accept(Person.of(member))));
    }

    public void teams(Access.Installation access, String organization, Consumer<TeamFacts> consumer) {
        String path = "/orgs/" + UrlEncoding.segment(organization) + "/teams?per_page=100";
        rest.pages(access, path, page -> page.forEach(team -> consumer.accept(TeamFacts.of(team))));
    }

    public TeamFacts team(Access.Installation access, String organization, String slug) {
        return TeamFacts.of(rest.get(access, team(organization, slug)));
    }

    /** The team with this id, whatever it is called now; nothing where it is gone. */
    public Optional<TeamFacts> teamById(Access.Installation access, long organizationId, long teamId) {
        return find(access, "/organizations/" + organizationId + "/team/" + teamId)
                .map(TeamFacts::of);
    }

    /** With the members of child teams. */
    public void teamMembers(Access.Installation access, String organization, String slug, Consumer<Person> consumer) {
        rest.pages(
                access,
                team(organization, slug) + "/members?per_page=100",
                page -> page.forEach(member -> consumer.accept(Person.of(member))));
    }

    private Optional<JsonNode> find(Access access, String path) {
        try {
            return Optional.of(rest.get(access, path));
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static String team(String organization, String slug) {
        return "/orgs/" + UrlEncoding.segment(organization) + "/teams/" + UrlEncoding.segment(slug);
    }
}

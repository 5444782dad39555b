package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import dev.flightlog.github.rest.RestClient;
import dev.flightlog.github.rest.UrlEncoding;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Who belongs to an organization and its teams, asked of GitHub now (FACTS §11). Listings hand over one by one, so that
 * their length does not matter.
 *
 * @throws GitHubException from every method
 */
@Singleton
public class Memberships {
    private final RestClient rest;

    public Memberships(RestClient rest) {
        this.rest = rest;
    }

    public OrganizationMembership ofOrganization(Access.Installation access, String organization, String login) {
        String path = "/orgs/" + UrlEncoding.segment(organization) + "/memberships/" + UrlEncoding.segment(login);
        return find(access, path)
                .map(membership -> {
                    if (!Fields.text(membership, "state").equals("active")) {
                        return OrganizationMembership.PENDING;
                    }
                    return Fields.text(membership, "role").equals("admin")
                            ? OrganizationMembership.OWNER
                            : OrganizationMembership.MEMBER;
                })
                .orElse(OrganizationMembership.NONE);
    }

    /** Members of child teams belong to the parent, as GitHub says. */
    public TeamMembership ofTeam(Access.Installation access, String organization, String slug, String login) {
        return find(access, team(organization, slug) + "/memberships/" + UrlEncoding.segment(login))
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

    public void members(Access.Installation access, String organization, MemberRole role, Consumer<Person> consumer) {
        String path = "/orgs/" + UrlEncoding.segment(organization) + "/members?role=" + role.word() + "&per_page=100";
        rest.pages(access, path, page -> page.forEach(member -> consumer.accept(Person.of(member))));
    }

    public void teams(Access.Installation access, String organization, Consumer<TeamFacts> consumer) {
        String path = "/orgs/" + UrlEncoding.segment(organization) + "/teams?per_page=100";
        rest.pages(access, path, page -> page.forEach(team -> consumer.accept(TeamFacts.of(team))));
    }

    public TeamFacts team(Access.Installation access, String organization, String slug) {
        return TeamFacts.of(rest.get(access, team(organization, slug)));
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

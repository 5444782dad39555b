package dev.flightlog.fake;

import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Team;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People, organizations and teams as GitHub writes them. */
final class AccountShapes {
    private final Urls urls;

    AccountShapes(Urls urls) {
        this.urls = urls;
    }

    /** The simple user of listings. */
    Map<String, @Nullable Object> person(Person person) {
        return account(person.id(), person.login(), person.type().json(), NodeId.USER);
    }

    private Map<String, @Nullable Object> account(long id, String login, String type, String node) {
        String url = urls.api() + "/users/" + login;
        return Json.object(
                "login", login,
                "id", id,
                "node_id", NodeId.of(node, id),
                "avatar_url", urls.web() + "/avatars/" + id,
                "gravatar_id", "",
                "url", url,
                "html_url", urls.web() + "/" + login,
                "followers_url", url + "/followers",
                "following_url", url + "/following{/other_user}",
                "gists_url", url + "/gists{/gist_id}",
                "starred_url", url + "/starred{/owner}{/repo}",
                "subscriptions_url", url + "/subscriptions",
                "organizations_url", url + "/orgs",
                "repos_url", url + "/repos",
                "events_url", url + "/events{/privacy}",
                "received_events_url", url + "/received_events",
                "type", type,
                "user_view_type", "public",
                "site_admin", false);
    }

    /** The organization in the form in which it owns repositories and installations. */
    Map<String, @Nullable Object> owner(Organization organization) {
        return account(organization.id(), organization.login(), "Organization", NodeId.ORGANIZATION);
    }

    /** The account of {@code /users/{login}}. */
    Map<String, @Nullable Object> profile(Person person) {
        Map<String, @Nullable Object> user = person(person);
        user.putAll(Json.object(
                "name",
                person.name(),
                "company",
                null,
                "blog",
                "",
                "location",
                null,
                "email",
                null,
                "hireable",
                null,
                "bio",
                null,
                "public_repos",
                0,
                "public_gists",
                0,
                "followers",
                0,
                "following",
                0,
                "created_at",
                "2020-01-01T00:00:00Z",
                "updated_at",
                "2026-01-01T00:00:00Z"));
        return user;
    }

    /** The organization of webhooks and memberships. */
    Map<String, @Nullable Object> organization(Organization organization) {
        String url = urls.api() + "/orgs/" + organization.login();
        return Json.object(
                "login", organization.login(),
                "id", organization.id(),
                "node_id", NodeId.of(NodeId.ORGANIZATION, organization.id()),
                "url", url,
                "repos_url", url + "/repos",
                "events_url", url + "/events",
                "hooks_url", url + "/hooks",
                "issues_url", url + "/issues",
                "members_url", url + "/members{/member}",
                "public_members_url", url + "/public_members{/member}",
                "avatar_url", urls.web() + "/avatars/" + organization.id(),
                "description", "");
    }

    Map<String, @Nullable Object> fullOrganization(Organization organization) {
        Map<String, @Nullable Object> full = organization(organization);
        full.putAll(Json.object(
                "name",
                organization.login(),
                "html_url",
                urls.web() + "/" + organization.login(),
                "type",
                "Organization",
                "has_organization_projects",
                true,
                "has_repository_projects",
                true,
                "public_repos",
                0,
                "public_gists",
                0,
                "followers",
                0,
                "following",
                0,
                "archived_at",
                null,
                "created_at",
                organization.createdAt(),
                "updated_at",
                organization.createdAt()));
        return full;
    }

    Map<String, @Nullable Object> membership(Organization organization, Member member) {
        String url = urls.api() + "/orgs/" + organization.login();
        return Json.object(
                "url",
                url + "/memberships/" + member.person().login(),
                "state",
                member.pending() ? "pending" : "active",
                "role",
                member.role().json(),
                "direct_membership",
                true,
                "organization_url",
                url,
                "organization",
                organization(organization),
                "user",
                person(member.person()));
    }

    Map<String, @Nullable Object> team(Team team) {
        Map<String, @Nullable Object> shape = simpleTeam(team);
        shape.put("parent", team.parent().map(this::simpleTeam).orElse(null));
        return shape;
    }

    private Map<String, @Nullable Object> simpleTeam(Team team) {
        String url = urls.api() + "/organizations/" + team.organization().id() + "/team/" + team.id();
        return Json.object(
                "id",
                team.id(),
                "node_id",
                NodeId.of(NodeId.TEAM, team.id()),
                "name",
                team.name(),
                "slug",
                team.slug(),
                "description",
                team.description(),
                "privacy",
                team.secret() ? "secret" : "closed",
                "notification_setting",
                "notifications_enabled",
                "permission",
                "pull",
                "type",
                "organization",
                "organization_id",
                team.organization().id(),
                "url",
                url,
                "html_url",
                urls.web() + "/orgs/" + team.organization().login() + "/teams/" + team.slug(),
                "members_url",
                url + "/members{/member}",
                "repositories_url",
                url + "/repos");
    }

    Map<String, @Nullable Object> fullTeam(Team team) {
        Map<String, @Nullable Object> full = team(team);
        full.putAll(Json.object(
                "members_count", team.members().size(),
                "repos_count", 0,
                "created_at", team.organization().createdAt(),
                "updated_at", team.organization().createdAt(),
                "organization", fullOrganization(team.organization())));
        return full;
    }

    Map<String, @Nullable Object> teamMember(Team.TeamMember member) {
        Map<String, @Nullable Object> shape = person(member.person());
        shape.put("role", member.role());
        shape.put("inherited", member.inherited());
        return shape;
    }
}

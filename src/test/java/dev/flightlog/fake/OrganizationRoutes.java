package dev.flightlog.fake;

import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.model.Team.TeamMember;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Organizations, their members and teams (github.md: Members and teams). */
final class OrganizationRoutes {
    private static final Access MEMBERS = Access.read("members");

    private final AccountShapes shapes;
    private final Urls urls;

    OrganizationRoutes(AccountShapes shapes, Urls urls) {
        this.shapes = shapes;
        this.urls = urls;
    }

    void addTo(Router router) {
        router.get("/orgs/{org}", Access.TOKEN, call -> Answer.ok(shapes.fullOrganization(call.organization())))
                .get("/users/{login}", Access.TOKEN, this::user)
                .get("/user/{id}", Access.TOKEN, this::userById)
                .get("/orgs/{org}/members", MEMBERS, this::members)
                .get("/orgs/{org}/members/{login}", MEMBERS, this::isMember)
                .get("/orgs/{org}/memberships/{login}", MEMBERS, this::membership)
                .get("/orgs/{org}/teams", MEMBERS, this::teams)
                .get("/orgs/{org}/teams/{team}", MEMBERS, call -> Answer.ok(shapes.fullTeam(team(call))))
                .get("/orgs/{org}/teams/{team}/teams", MEMBERS, this::children)
                .get("/orgs/{org}/teams/{team}/members", MEMBERS, this::teamMembers)
                .get("/orgs/{org}/teams/{team}/memberships/{login}", MEMBERS, this::teamMembership);
    }

    private Answer user(Call call) {
        return call.world()
                .findPerson(call.variable("login"))
                .map(person -> Answer.ok(shapes.profile(person)))
                .or(() -> call.world()
                        .findOrganization(call.variable("login"))
                        .map(organization -> Answer.ok(shapes.owner(organization))))
                .orElseThrow(Refusal::notFound);
    }

    private Answer userById(Call call) {
        return Answer.ok(
                shapes.profile(call.world().findPerson(call.number("id")).orElseThrow(Refusal::notFound)));
    }

    private Answer members(Call call) {
        String role = call.query().getOrDefault("role", "all");
        if (!List.of("all", "admin", "member").contains(role)) {
            throw Refusal.malformed("role is " + role);
        }
        List<Member> members = call.organization().members().stream()
                .filter(each -> !each.pending())
                .filter(each -> role.equals("all") || each.role().json().equals(role))
                .toList();
        return Paging.list(call, members, each -> shapes.person(each.person()));
    }

    private Answer isMember(Call call) {
        return call.organization()
                .member(call.variable("login"))
                .filter(each -> !each.pending())
                .map(each -> Answer.NO_CONTENT)
                .orElseThrow(Refusal::notFound);
    }

    private Answer membership(Call call) {
        Organization organization = call.organization();
        return Answer.ok(shapes.membership(
                organization, organization.member(call.variable("login")).orElseThrow(Refusal::notFound)));
    }

    private Answer teams(Call call) {
        return Paging.list(call, call.organization().teams(), shapes::team);
    }

    private static Team team(Call call) {
        return call.organization().findTeam(call.variable("team")).orElseThrow(Refusal::notFound);
    }

    private Answer children(Call call) {
        return Paging.list(call, team(call).children(), shapes::team);
    }

    private Answer teamMembers(Call call) {
        String role = call.query().getOrDefault("role", "all");
        List<TeamMember> members = team(call).members().stream()
                .filter(each -> role.equals("all") || each.role().equals(role))
                .toList();
        return Paging.list(call, members, shapes::teamMember);
    }

    private Answer teamMembership(Call call) {
        Team team = team(call);
        TeamMember member = team.members().stream()
                .filter(each -> each.person().login().equalsIgnoreCase(call.variable("login")))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return Answer.ok(membership(team, member));
    }

    private Map<String, @Nullable Object> membership(Team team, TeamMember member) {
        String url = urls.api() + "/organizations/" + team.organization().id() + "/team/" + team.id() + "/memberships/"
                + member.person().login();
        return Json.object("state", "active", "role", member.role(), "url", url);
    }
}

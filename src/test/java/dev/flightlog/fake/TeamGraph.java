package dev.flightlog.fake;

import dev.flightlog.fake.graphql.Arguments;
import dev.flightlog.fake.graphql.Connection;
import dev.flightlog.fake.graphql.GraphObject;
import dev.flightlog.fake.graphql.GraphQlException;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.model.Team.TeamMember;
import java.util.List;
import java.util.Optional;

/** Teams and their members as objects of the graph. */
final class TeamGraph {
    private static final Permission MEMBERS = new Permission("members", false);

    private final Call call;
    private final DiscussionGraph people;

    TeamGraph(Call call, DiscussionGraph people) {
        this.call = call;
        this.people = people;
    }

    /** The team of the installation's organization with this id. */
    Optional<GraphObject> find(String id) {
        return NodeId.number(NodeId.TEAM, id)
                .flatMap(number -> call.installation().organization().teams().stream()
                        .filter(team -> team.id() == number)
                        .findFirst())
                .map(this::team);
    }

    private GraphObject team(Team team) {
        if (!MEMBERS.heldBy(call.grant().permissions())
                || !MEMBERS.heldBy(call.installation().permissions())) {
            throw GraphQlException.of("FORBIDDEN", "Resource not accessible by integration");
        }
        return new GraphObject("Team")
                .field("id", () -> NodeId.of(NodeId.TEAM, team.id()))
                .field("databaseId", team::id)
                .field("name", team::name)
                .field("slug", team::slug)
                .function("members", arguments -> members(team, arguments));
    }

    private GraphObject members(Team team, Arguments arguments) {
        arguments.allow(Connection.arguments("membership", "orderBy", "query", "role"));
        List<TeamMember> members = switch (arguments.text("membership").orElse("ALL")) {
            case "ALL" -> team.members();
            case "IMMEDIATE" -> team.ownMembers();
            case "CHILD_TEAM" ->
                team.members().stream().filter(TeamMember::inherited).toList();
            default -> throw GraphQlException.misuse("Argument 'membership' on Field 'members' has an invalid value");
        };
        return Connection.of("TeamMemberConnection", members, arguments, member -> people.actor(member.person()));
    }
}

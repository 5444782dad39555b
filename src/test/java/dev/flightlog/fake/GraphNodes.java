package dev.flightlog.fake;

import dev.flightlog.fake.graphql.GraphObject;
import dev.flightlog.fake.graphql.GraphQlException;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Post;
import dev.flightlog.fake.model.Repository;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds things by their GraphQL id among what the installation sees. */
final class GraphNodes {
    private final Call call;
    private final DiscussionGraph graph;

    GraphNodes(Call call, DiscussionGraph graph) {
        this.call = call;
        this.graph = graph;
    }

    GraphObject node(String id) {
        Optional<GraphObject> found = repository(id)
                .map(graph::repository)
                .or(() -> findDiscussion(id).map(graph::discussion))
                .or(() -> findComment(id).map(graph::comment))
                .or(() -> issuePost(id)
                        .map(post -> graph.post(new GraphObject(post instanceof Issue ? "Issue" : "IssueComment"), post)
                                .field("id", () -> id)));
        return found.or(() -> new TeamGraph(call, graph).find(id)).orElseThrow(() -> missing(id));
    }

    Repository repositoryOf(String id) {
        return repository(id).orElseThrow(() -> missing(id));
    }

    Discussion discussion(String id) {
        return findDiscussion(id).orElseThrow(() -> missing(id));
    }

    DiscussionComment comment(String id) {
        return findComment(id).orElseThrow(() -> missing(id));
    }

    /** Whatever people can react to. */
    Post subject(String id) {
        return findDiscussion(id)
                .<Post>map(Function.identity())
                .or(() -> findComment(id))
                .or(() -> issuePost(id))
                .orElseThrow(() -> missing(id));
    }

    private Optional<Repository> repository(String id) {
        return NodeId.number(NodeId.REPOSITORY, id)
                .flatMap(number -> seen().filter(each -> each.id() == number).findFirst());
    }

    private Optional<Discussion> findDiscussion(String id) {
        return NodeId.number(NodeId.DISCUSSION, id)
                .flatMap(number ->
                        discussions().filter(each -> each.id() == number).findFirst());
    }

    private Optional<DiscussionComment> findComment(String id) {
        return NodeId.number(NodeId.DISCUSSION_COMMENT, id)
                .flatMap(number -> discussions()
                        .flatMap(each -> each.comment(number).stream())
                        .findFirst());
    }

    private Optional<Post> issuePost(String id) {
        Optional<Post> issue = NodeId.number(NodeId.ISSUE, id)
                .flatMap(number -> seen().flatMap(each -> each.issues().stream())
                        .filter(each -> each.id() == number)
                        .findFirst());
        return issue.or(() -> NodeId.number(NodeId.ISSUE_COMMENT, id)
                .flatMap(number ->
                        seen().flatMap(each -> each.comment(number).stream()).findFirst()));
    }

    private Stream<Repository> seen() {
        return call.installation().repositories().stream().filter(call.grant()::sees);
    }

    private Stream<Discussion> discussions() {
        return seen().flatMap(each -> each.discussions().stream());
    }

    private static GraphQlException missing(String id) {
        return GraphQlException.notFound("Could not resolve to a node with the global id of '" + id + "'");
    }
}

package dev.flightlog.fake;

import dev.flightlog.fake.graphql.Arguments;
import dev.flightlog.fake.graphql.GraphObject;
import dev.flightlog.fake.graphql.GraphQlException;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionCategory;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Post;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/** The mutations that Flightlog may use (github.md: Discussions). */
final class GraphMutations {
    private final Call call;
    private final DiscussionGraph graph;
    private final GraphNodes nodes;
    private final Person bot;
    private final Echo echo;

    GraphMutations(Call call, DiscussionGraph graph, GraphNodes nodes, Person bot, Echo echo) {
        this.call = call;
        this.graph = graph;
        this.nodes = nodes;
        this.bot = bot;
        this.echo = echo;
    }

    GraphObject mutation() {
        GraphObject mutation = new GraphObject("Mutation");
        add(mutation, "createDiscussion", this::createDiscussion, "repositoryId", "categoryId", "title", "body");
        add(mutation, "updateDiscussion", this::updateDiscussion, "discussionId", "title", "body", "categoryId");
        add(mutation, "closeDiscussion", this::closeDiscussion, "discussionId", "reason");
        add(mutation, "reopenDiscussion", this::reopenDiscussion, "discussionId");
        add(mutation, "deleteDiscussion", this::deleteDiscussion, "id");
        add(mutation, "addDiscussionComment", this::addComment, "discussionId", "body", "replyToId");
        add(mutation, "updateDiscussionComment", this::updateComment, "commentId", "body");
        add(mutation, "deleteDiscussionComment", this::deleteComment, "id");
        add(mutation, "addReaction", this::addReaction, "subjectId", "content");
        add(mutation, "removeReaction", this::removeReaction, "subjectId", "content");
        return mutation;
    }

    private void add(GraphObject mutation, String name, Function<Arguments, GraphObject> act, String... fields) {
        mutation.function(name, arguments -> {
            if (!new Permission("discussions", true).heldBy(call.grant().permissions()) && !name.endsWith("Reaction")) {
                throw GraphQlException.of("FORBIDDEN", "Resource not accessible by integration");
            }
            arguments.allow(Set.of("input"));
            Arguments input = arguments.object("input");
            Set<String> allowed = new java.util.TreeSet<>(Set.of(fields));
            allowed.add("clientMutationId");
            input.allow(allowed);
            return act.apply(input)
                    .field(
                            "clientMutationId",
                            () -> input.text("clientMutationId").orElse(null));
        });
    }

    private void governed(Repository repository) {
        if (!Call.isGovernance(repository)) {
            throw GraphQlException.misuse("wrote outside the governance repository: " + repository.fullName());
        }
        if (!repository.hasDiscussions()) {
            throw GraphQlException.of("FORBIDDEN", "Repository does not have discussions enabled");
        }
    }

    private void own(Post post) {
        if (post.author() != bot) {
            throw GraphQlException.misuse("changes what somebody else wrote");
        }
    }

    private static String body(Arguments input) {
        return Bodies.checkNotBlank("Discussion", input.required("body"));
    }

    private Instant now() {
        return call.world().now();
    }

    private GraphObject createDiscussion(Arguments input) {
        Repository repository = nodes.repositoryOf(input.required("repositoryId"));
        governed(repository);
        DiscussionCategory category = repository.categories().stream()
                .filter(each -> NodeId.of(NodeId.CATEGORY, each.id()).equals(input.required("categoryId")))
                .findFirst()
                .orElseThrow(() -> GraphQlException.notFound(
                        "Could not resolve to a node with the global id of '" + input.required("categoryId") + "'"));
        Discussion discussion = repository.startDiscussion(bot, category, input.required("title"), body(input));
        return new GraphObject("CreateDiscussionPayload").field("discussion", () -> graph.discussion(discussion));
    }

    private Discussion discussion(Arguments input, String field) {
        Discussion discussion = nodes.discussion(input.required(field));
        governed(discussion.repository());
        return discussion;
    }

    private GraphObject updateDiscussion(Arguments input) {
        Discussion discussion = discussion(input, "discussionId");
        own(discussion);
        input.text("title").ifPresent(discussion::retitle);
        input.text("body").ifPresent(text -> discussion.edit(Bodies.check("Discussion", text), now()));
        return new GraphObject("UpdateDiscussionPayload").field("discussion", () -> graph.discussion(discussion));
    }

    private GraphObject closeDiscussion(Arguments input) {
        Discussion discussion = discussion(input, "discussionId");
        String reason = input.text("reason").orElse("RESOLVED");
        if (!Set.of("DUPLICATE", "OUTDATED", "RESOLVED").contains(reason)) {
            throw GraphQlException.misuse("'" + reason + "' is no DiscussionCloseReason");
        }
        discussion.close(reason);
        return new GraphObject("CloseDiscussionPayload").field("discussion", () -> graph.discussion(discussion));
    }

    private GraphObject reopenDiscussion(Arguments input) {
        Discussion discussion = discussion(input, "discussionId");
        discussion.reopen();
        return new GraphObject("ReopenDiscussionPayload").field("discussion", () -> graph.discussion(discussion));
    }

    private GraphObject deleteDiscussion(Arguments input) {
        Discussion discussion = discussion(input, "id");
        own(discussion);
        discussion.repository().delete(discussion);
        return new GraphObject("DeleteDiscussionPayload").field("discussion", () -> graph.discussion(discussion));
    }

    private GraphObject addComment(Arguments input) {
        Discussion discussion = discussion(input, "discussionId");
        if (discussion.locked()) {
            throw GraphQlException.of("FORBIDDEN", "Discussion is locked");
        }
        DiscussionComment replyTo = input.text("replyToId").map(nodes::comment).orElse(null);
        if (replyTo != null && replyTo.parent().isPresent()) {
            throw GraphQlException.misuse("Parent comment is already in a thread, cannot reply to it");
        }
        DiscussionComment comment = discussion.addComment(bot, body(input), replyTo);
        echo.commented(comment);
        return new GraphObject("AddDiscussionCommentPayload").field("comment", () -> graph.comment(comment));
    }

    private DiscussionComment comment(Arguments input, String field) {
        DiscussionComment comment = nodes.comment(input.required(field));
        governed(comment.discussion().repository());
        own(comment);
        return comment;
    }

    private GraphObject updateComment(Arguments input) {
        DiscussionComment comment = comment(input, "commentId");
        comment.edit(body(input), now());
        return new GraphObject("UpdateDiscussionCommentPayload").field("comment", () -> graph.comment(comment));
    }

    private GraphObject deleteComment(Arguments input) {
        DiscussionComment comment = comment(input, "id");
        comment.discussion().delete(comment);
        return new GraphObject("DeleteDiscussionCommentPayload").field("comment", () -> graph.comment(comment));
    }

    private GraphObject addReaction(Arguments input) {
        Post subject = nodes.subject(input.required("subjectId"));
        String content = ReactionNames.rest(input.required("content"));
        Reaction reaction = subject.reaction(bot, content).orElseGet(() -> {
            Reaction fresh = new Reaction(call.world().nextId(), bot, content, now());
            subject.addReaction(fresh);
            return fresh;
        });
        return reactionPayload("AddReactionPayload", input, reaction);
    }

    private GraphObject removeReaction(Arguments input) {
        Post subject = nodes.subject(input.required("subjectId"));
        String content = ReactionNames.rest(input.required("content"));
        Reaction reaction = subject.reaction(bot, content)
                .orElseThrow(() -> GraphQlException.notFound("Could not find that reaction"));
        subject.removeReaction(reaction);
        return reactionPayload("RemoveReactionPayload", input, reaction);
    }

    private GraphObject reactionPayload(String type, Arguments input, Reaction reaction) {
        return new GraphObject(type)
                .field("reaction", () -> graph.reaction(reaction))
                .field("subject", () -> nodes.node(input.required("subjectId")));
    }
}

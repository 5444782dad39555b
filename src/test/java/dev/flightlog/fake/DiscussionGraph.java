package dev.flightlog.fake;

import dev.flightlog.fake.graphql.Arguments;
import dev.flightlog.fake.graphql.Connection;
import dev.flightlog.fake.graphql.GraphObject;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionCategory;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Post;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Repositories, discussions, comments and reactions as objects of the graph. */
final class DiscussionGraph {
    private static final Comparator<Discussion> NEWEST =
            Comparator.comparing(Discussion::updatedAt).reversed();

    private final DiscussionShapes shapes;
    private final Urls urls;
    private final Person bot;

    DiscussionGraph(DiscussionShapes shapes, Urls urls, Person bot) {
        this.shapes = shapes;
        this.urls = urls;
        this.bot = bot;
    }

    GraphObject repository(Repository repository) {
        return new GraphObject("Repository")
                .field("id", () -> NodeId.of(NodeId.REPOSITORY, repository.id()))
                .field("databaseId", repository::id)
                .field("name", repository::name)
                .field("nameWithOwner", repository::fullName)
                .field("url", () -> urls.web() + "/" + repository.fullName())
                .field("isPrivate", repository::isPrivate)
                .field("isArchived", repository::archived)
                .field("hasIssuesEnabled", repository::hasIssues)
                .field("hasDiscussionsEnabled", repository::hasDiscussions)
                .function("discussionCategory", arguments -> category(repository, arguments))
                .function("discussionCategories", arguments -> categories(repository, arguments))
                .function("discussions", arguments -> discussions(repository, arguments))
                .function(
                        "discussion",
                        arguments -> repository
                                .findDiscussion(Integer.parseInt(arguments.required("number")))
                                .map(this::discussion)
                                .orElse(null));
    }

    private @Nullable GraphObject category(Repository repository, Arguments arguments) {
        arguments.allow(Set.of("slug"));
        String slug = arguments.required("slug");
        return enabledCategories(repository).stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .map(this::category)
                .orElse(null);
    }

    private GraphObject categories(Repository repository, Arguments arguments) {
        arguments.allow(Connection.arguments("filterByAssignable"));
        return Connection.of("DiscussionCategoryConnection", enabledCategories(repository), arguments, this::category);
    }

    private static List<DiscussionCategory> enabledCategories(Repository repository) {
        return repository.hasDiscussions() ? repository.categories() : List.of();
    }

    private GraphObject category(DiscussionCategory category) {
        return new GraphObject("DiscussionCategory")
                .field("id", () -> NodeId.of(NodeId.CATEGORY, category.id()))
                .field("name", category::name)
                .field("slug", category::slug)
                .field("emoji", category::emoji)
                .field("isAnswerable", category::answerable);
    }

    private GraphObject discussions(Repository repository, Arguments arguments) {
        arguments.allow(Connection.arguments("categoryId", "orderBy", "states", "answered"));
        String categoryId = arguments.text("categoryId").orElse(null);
        String states = arguments.text("states").orElse("[OPEN, CLOSED]");
        List<Discussion> wanted = repository.discussions().stream()
                .filter(each -> categoryId == null
                        || categoryId.equals(
                                NodeId.of(NodeId.CATEGORY, each.category().id())))
                .filter(each -> states.contains(each.closed() ? "CLOSED" : "OPEN"))
                .sorted(order(arguments))
                .toList();
        return Connection.of("DiscussionConnection", wanted, arguments, this::discussion);
    }

    private static Comparator<Discussion> order(Arguments arguments) {
        if (arguments.text("orderBy").isEmpty()) {
            return NEWEST;
        }
        Arguments order = arguments.object("orderBy");
        Comparator<Discussion> ascending = order.required("field").equals("CREATED_AT")
                ? Comparator.comparing(Discussion::number)
                : Comparator.comparing(Discussion::updatedAt);
        return order.required("direction").equals("ASC") ? ascending : ascending.reversed();
    }

    GraphObject discussion(Discussion discussion) {
        return post(new GraphObject("Discussion"), discussion)
                .field("id", () -> NodeId.of(NodeId.DISCUSSION, discussion.id()))
                .field("number", discussion::number)
                .field("title", discussion::title)
                .field("url", () -> shapes.web(discussion))
                .field("closed", discussion::closed)
                .field("locked", discussion::locked)
                .field("category", () -> category(discussion.category()))
                .field("repository", () -> repository(discussion.repository()))
                .function("comments", arguments -> {
                    arguments.allow(Connection.arguments());
                    return Connection.of(
                            "DiscussionCommentConnection", discussion.comments(), arguments, this::comment);
                });
    }

    GraphObject comment(DiscussionComment comment) {
        return post(new GraphObject("DiscussionComment"), comment)
                .field("id", () -> NodeId.of(NodeId.DISCUSSION_COMMENT, comment.id()))
                .field("url", () -> shapes.web(comment))
                .field("isAnswer", () -> false)
                .field("discussion", () -> discussion(comment.discussion()))
                .field("replyTo", () -> comment.parent().map(this::comment).orElse(null))
                .function("replies", arguments -> {
                    arguments.allow(Connection.arguments());
                    return Connection.of(
                            "DiscussionCommentConnection",
                            comment.discussion().repliesTo(comment),
                            arguments,
                            this::comment);
                });
    }

    /** The fields that all posts have; also for issues and their comments, as subjects of reactions. */
    GraphObject post(GraphObject object, Post post) {
        return object.field("databaseId", post::id)
                .field("body", post::body)
                .field("createdAt", post::createdAt)
                .field("updatedAt", post::updatedAt)
                .field("lastEditedAt", () -> post.formerBodies().isEmpty() ? null : post.updatedAt())
                .field("author", () -> actor(post.author()))
                .field("viewerDidAuthor", () -> post.author() == bot)
                .field("viewerCanUpdate", () -> post.author() == bot)
                .field(
                        "reactionGroups",
                        () -> ReactionNames.ALL.keySet().stream()
                                .map(content -> reactionGroup(post, content))
                                .toList())
                .function("reactions", arguments -> reactions(post, arguments));
    }

    private GraphObject reactions(Post post, Arguments arguments) {
        arguments.allow(Connection.arguments("content", "orderBy"));
        String content = arguments.text("content").map(ReactionNames::rest).orElse(null);
        List<Reaction> wanted = post.reactions().stream()
                .filter(each -> content == null || each.content().equals(content))
                .toList();
        return Connection.of("ReactionConnection", wanted, arguments, this::reaction);
    }

    GraphObject reaction(Reaction reaction) {
        return new GraphObject("Reaction")
                .field("id", () -> NodeId.of(NodeId.REACTION, reaction.id()))
                .field("content", () -> ReactionNames.graph(reaction.content()))
                .field("createdAt", reaction::createdAt)
                .field("user", () -> actor(reaction.by()));
    }

    private GraphObject reactionGroup(Post post, String content) {
        String rest = ReactionNames.rest(content);
        List<Reaction> of = post.reactions().stream()
                .filter(each -> each.content().equals(rest))
                .toList();
        return new GraphObject("ReactionGroup")
                .field("content", () -> content)
                .field("viewerHasReacted", () -> of.stream().anyMatch(each -> each.by() == bot))
                .function(
                        "reactors",
                        arguments -> Connection.of("ReactorConnection", of, arguments, each -> actor(each.by())))
                .function(
                        "users",
                        arguments -> Connection.of("ReactingUserConnection", of, arguments, each -> actor(each.by())));
    }

    GraphObject actor(Person person) {
        boolean isBot = person.type() == Person.Type.BOT;
        // GraphQL leaves the [bot] of REST's login out.
        return new GraphObject(isBot ? "Bot" : "User")
                .field("login", () -> person.login().replace("[bot]", ""))
                .field("id", () -> NodeId.of(NodeId.USER, person.id()))
                .field("databaseId", person::id)
                .field("url", () -> urls.web() + "/" + person.login());
    }
}

package dev.flightlog.fake;

import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reactable;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Comments on issues and pull requests, and reactions (github.md: Issues and comments). */
final class CommentRoutes {
    private static final String ISSUE = "/repos/{owner}/{repo}/issues/{number}";
    private static final String COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment}";

    private final IssueShapes shapes;
    private final Person bot;
    private final Echo echo;

    CommentRoutes(IssueShapes shapes, Person bot, Echo echo) {
        this.shapes = shapes;
        this.bot = bot;
        this.echo = echo;
    }

    void addTo(Router router) {
        Access read = Access.read("issues", "pull_requests");
        Access write = Access.write("issues", "pull_requests");
        router.get("/repos/{owner}/{repo}/issues/comments", read, this::ofRepository)
                .get(COMMENT, read, call -> Answer.ok(shapes.comment(comment(call))))
                .add("PATCH", COMMENT, write, this::edit)
                .add("DELETE", COMMENT, write, this::delete)
                .get(COMMENT + "/reactions", read, call -> reactions(call, comment(call)))
                .post(COMMENT + "/reactions", write, call -> react(call, comment(call)))
                .add("DELETE", COMMENT + "/reactions/{id}", write, call -> unreact(call, comment(call)))
                .get(ISSUE + "/comments", read, this::list)
                .post(ISSUE + "/comments", write, this::add)
                .get(ISSUE + "/reactions", read, call -> reactions(call, IssueRoutes.issue(call)))
                .post(ISSUE + "/reactions", write, call -> react(call, IssueRoutes.issue(call)))
                .add("DELETE", ISSUE + "/reactions/{id}", write, call -> unreact(call, IssueRoutes.issue(call)));
    }

    private static Comment comment(Call call) {
        return call.repository().comment(call.number("comment")).orElseThrow(Refusal::notFound);
    }

    private Answer ofRepository(Call call) {
        Repository repository = call.repository();
        List<Comment> comments = repository.issues().stream()
                .flatMap(issue -> issue.comments().stream())
                .sorted(Comparator.comparing(Comment::id))
                .toList();
        return Paging.list(call, comments, shapes::comment);
    }

    private Answer list(Call call) {
        return Paging.list(call, IssueRoutes.issue(call).comments(), shapes::comment);
    }

    private Answer add(Call call) {
        String body = Bodies.checkNotBlank("IssueComment", call.text("body"));
        Comment comment = IssueRoutes.issue(call).addComment(bot, body);
        echo.commented(comment);
        return Answer.created(shapes.comment(comment));
    }

    private Answer edit(Call call) {
        Comment comment = own(comment(call));
        comment.edit(
                Bodies.checkNotBlank("IssueComment", call.text("body")),
                call.world().now());
        echo.edited(comment);
        return Answer.ok(shapes.comment(comment));
    }

    private Answer delete(Call call) {
        Comment comment = own(comment(call));
        comment.issue().delete(comment);
        return Answer.NO_CONTENT;
    }

    private Comment own(Comment comment) {
        if (comment.author() != bot) {
            throw Refusal.violation(
                    Answer.message(403, "Resource not accessible by integration"), "changes somebody else's comment");
        }
        return comment;
    }

    private Answer reactions(Call call, Reactable of) {
        String content = call.query("content");
        List<Reaction> reactions = of.reactions().stream()
                .filter(each -> content == null || each.content().equals(content))
                .toList();
        return Paging.list(call, reactions, shapes::reaction);
    }

    private Answer react(Call call, Reactable to) {
        String content = call.text("content");
        if (!IssueShapes.REACTIONS.contains(content)) {
            throw Refusal.malformed("content is " + content);
        }
        Optional<Reaction> there = to.reaction(bot, content);
        if (there.isPresent()) {
            return Answer.ok(shapes.reaction(there.get()));
        }
        Reaction reaction =
                new Reaction(call.world().nextId(), bot, content, call.world().now());
        to.addReaction(reaction);
        return Answer.created(shapes.reaction(reaction));
    }

    private Answer unreact(Call call, Reactable from) {
        long id = call.number("id");
        Reaction reaction = from.reactions().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (reaction.by() != bot) {
            throw Refusal.violation(Answer.message(403, "Forbidden"), "removes somebody else's reaction");
        }
        from.removeReaction(reaction);
        return Answer.NO_CONTENT;
    }
}

package dev.flightlog.fake;

import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Label;
import dev.flightlog.fake.model.Repository;
import java.util.List;

/** Labels of repositories and issues (github.md: Issues and comments). */
final class LabelRoutes {
    private static final String LABELS = "/repos/{owner}/{repo}/labels";
    private static final String OF_ISSUE = "/repos/{owner}/{repo}/issues/{number}/labels";

    private final IssueShapes shapes;

    LabelRoutes(IssueShapes shapes) {
        this.shapes = shapes;
    }

    void addTo(Router router) {
        Access read = Access.read("issues", "pull_requests");
        Access write = Access.write("issues", "pull_requests");
        router.get(LABELS, read, this::list)
                .post(LABELS, write, this::create)
                .get(LABELS + "/{name}", read, call -> Answer.ok(shape(call, label(call))))
                .add("DELETE", LABELS + "/{name}", write, this::delete)
                .get(OF_ISSUE, read, this::ofIssue)
                .post(OF_ISSUE, write, this::add)
                .add("PUT", OF_ISSUE, write, this::replace)
                .add("DELETE", OF_ISSUE + "/{name}", write, this::remove);
    }

    private Object shape(Call call, Label label) {
        return shapes.label(call.repository(), label);
    }

    private static Label label(Call call) {
        return call.repository().findLabel(call.variable("name")).orElseThrow(Refusal::notFound);
    }

    private Answer list(Call call) {
        return Paging.list(call, call.repository().labels(), each -> shape(call, each));
    }

    private Answer create(Call call) {
        Repository repository = call.repository();
        String name = call.text("name");
        String color = call.optionalText("color").orElse("ededed");
        if (!color.matches("[0-9a-fA-F]{6}") || name.length() > 50) {
            throw Refusal.violation(
                    Answer.validationFailed("Label", "color", "invalid", "name or color is invalid"),
                    "label " + name + " with color " + color);
        }
        if (repository.findLabel(name).isPresent()) {
            throw Refusal.of(Answer.validationFailed("Label", "name", "already_exists", "already exists"));
        }
        return Answer.created(shape(
                call,
                repository.addLabel(
                        name, color, call.optionalText("description").orElse(null))));
    }

    private Answer delete(Call call) {
        call.repository().removeLabel(label(call).name());
        return Answer.NO_CONTENT;
    }

    private Answer ofIssue(Call call) {
        return Paging.list(call, IssueRoutes.issue(call).labels(), each -> shape(call, each));
    }

    private Answer labelled(Call call, Issue issue) {
        return Answer.ok(issue.labels().stream().map(each -> shape(call, each)).toList());
    }

    private static List<String> wanted(Call call) {
        if (call.body().isArray()) {
            throw Refusal.malformed("labels must be in an object");
        }
        return IssueRoutes.names(call, "labels");
    }

    private Answer add(Call call) {
        Issue issue = IssueRoutes.issue(call);
        wanted(call).forEach(name -> issue.label(IssueRoutes.label(issue.repository(), name)));
        return labelled(call, issue);
    }

    private Answer replace(Call call) {
        Issue issue = IssueRoutes.issue(call);
        issue.labels().forEach(each -> issue.unlabel(each.name()));
        return add(call);
    }

    private Answer remove(Call call) {
        Issue issue = IssueRoutes.issue(call);
        String name = call.variable("name");
        if (issue.labels().stream().noneMatch(each -> each.name().equalsIgnoreCase(name))) {
            throw Refusal.of(Answer.message(404, "Label does not exist"));
        }
        issue.unlabel(name);
        return labelled(call, issue);
    }
}

package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Label;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Issues (github.md: Issues and comments). */
final class IssueRoutes {
    private static final String ISSUES = "/repos/{owner}/{repo}/issues";

    private final IssueShapes shapes;
    private final Person bot;

    IssueRoutes(IssueShapes shapes, Person bot) {
        this.shapes = shapes;
        this.bot = bot;
    }

    void addTo(Router router) {
        Access read = Access.read("issues", "pull_requests");
        Access write = Access.write("issues");
        router.get(ISSUES, Access.read("issues"), this::list)
                .post(ISSUES, write, this::open)
                .get(ISSUES + "/{number}", read, call -> Answer.ok(shapes.issue(issue(call))))
                .add("PATCH", ISSUES + "/{number}", write, this::edit);
    }

    /** The issue or pull request of the path. */
    static Issue issue(Call call) {
        Repository repository = call.repository();
        if (!repository.hasIssues()) {
            throw Refusal.of(Answer.message(410, "Issues has been disabled in this repository."));
        }
        return repository.findIssue((int) call.number("number")).orElseThrow(Refusal::notFound);
    }

    private Answer list(Call call) {
        String state = call.query().getOrDefault("state", "open");
        String since = call.query("since");
        String creator = call.query("creator");
        Stream<Issue> issues = call.repository().issues().stream()
                .filter(each -> state.equals("all") || each.open() == state.equals("open"))
                .filter(each -> creator == null || each.author().login().equalsIgnoreCase(creator))
                .filter(each -> since == null || !each.updatedAt().isBefore(Instant.parse(since)))
                .filter(each -> labelled(each, call.query("labels")));
        Comparator<Issue> order = "updated".equals(call.query("sort"))
                ? Comparator.comparing(Issue::updatedAt)
                : Comparator.comparing(Issue::number);
        return Paging.list(
                call,
                issues.sorted("asc".equals(call.query("direction")) ? order : order.reversed())
                        .toList(),
                shapes::issue);
    }

    private static boolean labelled(Issue issue, @Nullable String labels) {
        return labels == null
                || Stream.of(labels.split(","))
                        .allMatch(wanted -> issue.labels().stream()
                                .anyMatch(each -> each.name().equalsIgnoreCase(wanted.strip())));
    }

    private Answer open(Call call) {
        Repository repository = call.repository();
        if (!repository.hasIssues()) {
            throw Refusal.of(Answer.message(410, "Issues has been disabled in this repository."));
        }
        String title = call.text("title");
        if (title.isBlank() || title.length() > 256) {
            throw Refusal.violation(
                    Answer.validationFailed("Issue", "title", "custom", "title is blank or too long"),
                    "title has " + title.length() + " characters");
        }
        String body = Bodies.check("Issue", call.optionalText("body").orElse(""));
        List<Person> assignees = assignees(call);
        Issue issue = repository.openIssue(bot, title, body);
        issue.assign(assignees);
        names(call, "labels").forEach(name -> issue.label(label(repository, name)));
        return Answer.created(shapes.issue(issue));
    }

    private Answer edit(Call call) {
        Issue issue = issue(call);
        Instant now = call.world().now();
        call.optionalText("title").ifPresent(issue::retitle);
        call.optionalText("body").ifPresent(body -> issue.edit(Bodies.check("Issue", body), now));
        call.optionalText("state").ifPresent(state -> {
            switch (state) {
                case "closed" -> issue.close(call.optionalText("state_reason").orElse(null), now);
                case "open" -> issue.reopen();
                default -> throw Refusal.malformed("state is " + state);
            }
        });
        if (call.body().has("labels")) {
            issue.labels().forEach(each -> issue.unlabel(each.name()));
            names(call, "labels").forEach(name -> issue.label(label(issue.repository(), name)));
        }
        if (call.body().has("assignees")) {
            issue.assign(assignees(call));
        }
        return Answer.ok(shapes.issue(issue));
    }

    /** GitHub makes a label that is not there yet when it is put on an issue. */
    static Label label(Repository repository, String name) {
        return repository.findLabel(name).orElseGet(() -> repository.addLabel(name, "ededed", null));
    }

    static List<String> names(Call call, String field) {
        JsonNode names = call.body().path(field);
        if (names.isMissingNode() || names.isNull()) {
            return List.of();
        }
        if (!names.isArray()) {
            throw Refusal.malformed(field + " is no array");
        }
        return StreamSupport.stream(names.spliterator(), false)
                .map(each -> each.isObject() ? each.path("name").asText() : each.asText())
                .toList();
    }

    private static List<Person> assignees(Call call) {
        return names(call, "assignees").stream()
                .map(login -> call.world()
                        .findPerson(login)
                        .filter(person -> !call.repository().roleOf(person).equals("none"))
                        .orElseThrow(() -> Refusal.of(
                                Answer.validationFailed("Issue", "assignees", "invalid", login + " is unknown"))))
                .toList();
    }
}

package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.World;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Finds the page for a path. */
public final class Pages {
    private final World world;
    private final Layout layout = new Layout(Assets.hasMermaid());
    private final IndexPages index;
    private final IssuePages issues;
    private final PullPages pulls;
    private final DiscussionPages discussions;
    private final FilePages files;
    private final ManifestPages manifests;
    private final InstallPages installs;
    private final SignInPages signIns;
    private final PostedForms forms;

    public Pages(World world, Acts acts) {
        this.world = world;
        Markdown markdown = new Markdown(world);
        Conversation conversation = new Conversation(markdown);
        CheckView checks = new CheckView(markdown);
        this.index = new IndexPages(layout, world);
        this.issues = new IssuePages(layout, conversation);
        this.pulls = new PullPages(layout, issues, checks);
        this.discussions = new DiscussionPages(layout, conversation);
        this.files = new FilePages(layout, markdown, checks);
        this.manifests = new ManifestPages(layout, acts);
        this.installs = new InstallPages(layout, world, acts);
        this.signIns = new SignInPages(layout, world, acts);
        this.forms = new PostedForms(acts);
    }

    /** Answers a browser; an unknown path gets a page with 404. */
    public Reply answer(Visit visit) {
        return Assets.find(visit.path())
                .or(() -> page(visit))
                .orElseGet(() -> Reply.html(
                        404, layout.page("Not found", "<p class=\"blank\">There is nothing at this address.</p>")));
    }

    private Optional<Reply> page(Visit visit) {
        if (visit.path().equals("/")) {
            return Optional.of(index.start());
        }
        if (visit.path().equals("/login/oauth/authorize")) {
            return Optional.of(signIns.answer(visit));
        }
        if (visit.path().endsWith("/settings/apps/new") && visit.method().equals("POST")) {
            return Optional.of(manifests.answer(visit));
        }
        if (visit.path().matches("/apps/[^/]+(/installations/new)?")) {
            return Optional.of(installs.answer(visit));
        }
        List<String> parts = List.of(visit.path().substring(1).split("/", 5)).stream()
                .map(each -> URLDecoder.decode(each.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        if (parts.size() == 2 && parts.getFirst().equals("avatars")) {
            return avatar(parts.get(1));
        }
        if (parts.size() == 1) {
            return world.findOrganization(parts.getFirst())
                    .map(index::organization)
                    .or(() -> person(parts.getFirst()));
        }
        return world.repository(parts.get(0), parts.get(1))
                .flatMap(repository -> visit.method().equals("POST")
                        ? forms.post(repository, parts.subList(2, parts.size()), visit)
                        : page(repository, parts.subList(2, parts.size()), visit));
    }

    private Optional<Reply> avatar(String id) {
        long number = id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
        String login = world.findPerson(number)
                .map(person -> person.login())
                .or(() -> world.findOrganization(id).map(Organization::login))
                .orElse("?");
        return Optional.of(Assets.picture(login.substring(0, 1).toUpperCase(java.util.Locale.ROOT), number * 47));
    }

    private Optional<Reply> person(String login) {
        return world.findPerson(login)
                .map(person -> Reply.html(layout.page(
                        person.login(),
                        "<p>" + Conversation.author(person) + " " + Html.escape(person.name()) + "</p>")));
    }

    private Optional<Reply> page(Repository repository, List<String> rest, Visit visit) {
        if (rest.isEmpty()) {
            return Optional.of(files.tree(repository));
        }
        if (rest.size() == 1) {
            return listing(repository, rest.getFirst(), visit);
        }
        return switch (rest.getFirst()) {
            case "issues" -> issue(repository, rest.get(1)).map(issue -> issuePage(issue, visit));
            case "pull" -> pull(repository, rest.get(1)).map(pull -> pulls.one(pull, visit));
            case "discussions" -> discussion(repository, rest.get(1)).map(each -> discussions.one(each, visit));
            case "blob" ->
                rest.size() < 3 ? Optional.empty() : Optional.of(files.file(repository, rest.get(1), rest.get(2)));
            case "runs" -> run(repository, rest.get(1));
            default -> Optional.empty();
        };
    }

    private Optional<Reply> listing(Repository repository, String name, Visit visit) {
        return switch (name) {
            case "issues" -> Optional.of(issues.list(repository, visit));
            case "pulls" -> Optional.of(pulls.list(repository));
            case "discussions" -> Optional.of(discussions.list(repository));
            case "checks" -> Optional.of(files.checks(repository, visit));
            default -> Optional.empty();
        };
    }

    private Reply issuePage(Issue issue, Visit visit) {
        String pull = "/" + issue.repository().fullName() + "/pull/" + issue.number();
        return issue.isPullRequest() ? Reply.seeOther(pull) : issues.one(issue, visit);
    }

    /** A check run is shown where its commit is: at its pull request or with the default branch. */
    private static Optional<Reply> run(Repository repository, String id) {
        return number(id)
                .flatMap(number -> repository.checkRun(number))
                .map(run -> repository.pulls().stream()
                                .filter(pull -> pull.head().sha().equals(run.headSha()))
                                .findFirst()
                                .map(pull -> "/pull/" + pull.number())
                                .orElse("/checks")
                        + "#run-" + run.id())
                .map(path -> Reply.seeOther("/" + repository.fullName() + path));
    }

    static Optional<Issue> issue(Repository repository, String number) {
        return number(number).flatMap(each -> repository.findIssue(each.intValue()));
    }

    static Optional<PullRequest> pull(Repository repository, String number) {
        return number(number).flatMap(each -> repository.findPull(each.intValue()));
    }

    static Optional<Discussion> discussion(Repository repository, String number) {
        return number(number).flatMap(each -> repository.findDiscussion(each.intValue()));
    }

    static Optional<DiscussionComment> comment(Discussion discussion, String id) {
        return number(id).flatMap(discussion::comment);
    }

    static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}

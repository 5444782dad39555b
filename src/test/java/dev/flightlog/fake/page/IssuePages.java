package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Label;
import dev.flightlog.fake.model.Repository;
import java.util.Comparator;
import java.util.List;

/** Issues of a repository, and one with its comments. */
final class IssuePages {
    private final Layout layout;
    private final Conversation conversation;

    IssuePages(Layout layout, Conversation conversation) {
        this.layout = layout;
        this.conversation = conversation;
    }

    Reply list(Repository repository, Visit visit) {
        boolean closed = visit.query().getOrDefault("state", "open").equals("closed");
        List<Issue> issues = repository.issues().stream()
                .filter(issue -> !issue.isPullRequest() && issue.open() != closed)
                .sorted(Comparator.comparing(Issue::number).reversed())
                .toList();
        String base = "/" + repository.fullName() + "/issues";
        StringBuilder rows = new StringBuilder();
        issues.forEach(issue -> rows.append(row(base + "/" + issue.number(), issue)));
        String empty = "<p class=\"blank\">" + (closed ? "No closed issues." : "No open issues.")
                + " This page refreshes by itself.</p>";
        String list = "<div class=\"list\">" + (issues.isEmpty() ? empty : rows) + "</div>";
        String live = Conversation.live("issues", list);
        if (visit.fragment()) {
            return Reply.html(live);
        }
        String states =
                "<p class=\"states\">" + Html.link(base, "Open") + Html.link(base + "?state=closed", "Closed") + "</p>";
        return Reply.html(layout.page(
                repository, "Issues", "Issues", states + "<div id=\"live\">" + live + "</div>" + newIssue(repository)));
    }

    private static String newIssue(Repository repository) {
        return repository
                .organization()
                .map(organization -> "<details class=\"new\"><summary>New issue</summary>"
                        + Conversation.box(
                                organization,
                                "/" + repository.fullName() + "/issues",
                                "<input name=\"title\" required placeholder=\"Title\" aria-label=\"Title\">",
                                "Open issue")
                        + "</details>")
                .orElse("");
    }

    private static String row(String href, Issue issue) {
        return "<div class=\"row\"><span class=\"dot " + (issue.open() ? "open" : "closed") + "\"></span><div>"
                + "<a class=\"title\" href=\"" + Html.escape(href) + "\">" + Html.escape(issue.title()) + "</a> "
                + labels(issue) + "<div class=\"muted\">#" + issue.number() + " opened "
                + Html.time(issue.createdAt()) + " by "
                + Html.escape(issue.author().login()) + " · "
                + Html.count(issue.comments().size(), "comment", "comments") + "</div></div></div>";
    }

    static String labels(Issue issue) {
        StringBuilder html = new StringBuilder();
        for (Label label : issue.labels()) {
            html.append("<span class=\"label\" style=\"--label:#")
                    .append(Html.escape(label.color()))
                    .append("\">")
                    .append(Html.escape(label.name()))
                    .append("</span> ");
        }
        return html.toString();
    }

    Reply one(Issue issue, Visit visit) {
        String live = timeline(issue);
        if (visit.fragment()) {
            return Reply.html(live);
        }
        return Reply.html(layout.page(
                issue.repository(), "Issues", issue.title(), "<div id=\"live\">" + live + "</div>" + box(issue)));
    }

    String timeline(Issue issue) {
        StringBuilder html = new StringBuilder(Conversation.live("head", head(issue)));
        html.append(Conversation.live("post", conversation.post(issue, "issue-" + issue.id())));
        for (Comment comment : issue.comments()) {
            html.append(
                    Conversation.live("c" + comment.id(), conversation.post(comment, "issuecomment-" + comment.id())));
        }
        return html.toString();
    }

    private static String head(Issue issue) {
        String state = issue.open() ? "open" : "closed";
        return "<h2>" + Html.escape(issue.title()) + " <span class=\"muted\">#" + issue.number() + "</span></h2>"
                + "<p><span class=\"status " + state + "\">" + state + "</span> " + labels(issue) + assignees(issue)
                + "</p>";
    }

    private static String assignees(Issue issue) {
        if (issue.assignees().isEmpty()) {
            return "";
        }
        return "<span class=\"muted\">assigned to "
                + Html.escape(String.join(
                        ", ",
                        issue.assignees().stream().map(each -> each.login()).toList()))
                + "</span>";
    }

    static String box(Issue issue) {
        String action = "/" + issue.repository().fullName() + "/issues/" + issue.number() + "/comments";
        return issue.repository()
                .organization()
                .map(organization -> Conversation.box(organization, action, "", "Comment"))
                .orElse("");
    }
}

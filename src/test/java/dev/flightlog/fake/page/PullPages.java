package dev.flightlog.fake.page;

import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import java.util.Comparator;
import java.util.List;

/** Pull requests of a repository, and one with checks and changed files. */
final class PullPages {
    private final Layout layout;
    private final IssuePages issues;
    private final CheckView checks;

    PullPages(Layout layout, IssuePages issues, CheckView checks) {
        this.layout = layout;
        this.issues = issues;
        this.checks = checks;
    }

    Reply list(Repository repository) {
        List<PullRequest> pulls = repository.pulls().stream()
                .sorted(Comparator.comparing(PullRequest::number).reversed())
                .toList();
        StringBuilder rows = new StringBuilder();
        for (PullRequest pull : pulls) {
            rows.append("<div class=\"row\"><span class=\"dot ")
                    .append(pull.issue().open() ? "open" : "closed")
                    .append("\"></span><div><a class=\"title\" href=\"")
                    .append(Html.escape("/" + repository.fullName() + "/pull/" + pull.number()))
                    .append("\">")
                    .append(Html.escape(pull.issue().title()))
                    .append("</a><div class=\"muted\">#")
                    .append(pull.number())
                    .append(" by ")
                    .append(Html.escape(pull.issue().author().login()))
                    .append(pull.draft() ? " · draft" : "")
                    .append(pull.fromFork() ? " · from a fork" : "")
                    .append("</div></div></div>");
        }
        String policy = "/" + repository.fullName() + "/blob/HEAD/.github/flightlog.yml";
        String empty = "<p class=\"blank\">No pull requests. " + Html.link(policy, "Propose a change to the policy")
                + " to see the check.</p>";
        return Reply.html(layout.page(
                repository,
                "Pull requests",
                "Pull requests",
                "<div class=\"list\">" + (pulls.isEmpty() ? empty : rows) + "</div>"));
    }

    Reply one(PullRequest pull, Visit visit) {
        String live = issues.timeline(pull.issue()) + "<h3>Checks</h3>"
                + checks.runs(pull.issue().repository(), pull.head().sha())
                + Conversation.live("merge", merge(pull)) + Conversation.live("files", files(pull));
        if (visit.fragment()) {
            return Reply.html(live);
        }
        return Reply.html(layout.page(
                pull.issue().repository(),
                "Pull requests",
                pull.issue().title(),
                "<div id=\"live\">" + live + "</div>" + IssuePages.box(pull.issue())));
    }

    private static String merge(PullRequest pull) {
        String from = "<p class=\"muted\">" + Html.escape(pull.headRepository().ownerLogin() + ":" + pull.headBranch())
                + " → " + Html.escape(pull.baseBranch()) + (pull.draft() ? " · draft" : "") + "</p>";
        if (!pull.issue().open()) {
            return from + (pull.mergedAt().isPresent() ? "<p><span class=\"status merged\">merged</span></p>" : "");
        }
        return from + "<form class=\"buttons\" method=\"post\" action=\"/"
                + Html.escape(pull.issue().repository().fullName()) + "/pull/" + pull.number()
                + "/merge\"><button class=\"primary\">Merge as admin</button></form>";
    }

    private static String files(PullRequest pull) {
        StringBuilder html = new StringBuilder("<h3>Files changed</h3>");
        for (PullRequest.ChangedFile file : pull.files()) {
            html.append("<section class=\"file\"><header>")
                    .append(Html.escape(file.path()))
                    .append(" <span class=\"muted\">")
                    .append(Html.escape(file.status()))
                    .append("</span></header><div class=\"scroll\"><pre class=\"diff\">")
                    .append(Diff.html(file))
                    .append("</pre></div></section>");
        }
        return html.toString();
    }
}

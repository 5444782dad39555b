package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Commit;
import dev.flightlog.fake.model.Repository;
import java.util.Optional;

/** The files of a repository, one file with line numbers, and the checks of the default branch. */
final class FilePages {
    /** What the form begins with where there is no file yet: something to change in each part. */
    private static final String EXAMPLE = """
        version: 1
        summary:
          post_to: issue          # or discussion
          day: wednesday
        seats:
          idle_after: 30d
          grace: 14d
        budget:
          seats_usd_per_month: 1000
          ai_credits_per_month: 90000
        privacy:
          min_team_size: 5
        """;

    private static final String POLICY = ".github/flightlog.yml";

    private final Layout layout;
    private final Markdown markdown;
    private final CheckView checks;

    FilePages(Layout layout, Markdown markdown, CheckView checks) {
        this.layout = layout;
        this.markdown = markdown;
        this.checks = checks;
    }

    Reply tree(Repository repository) {
        Optional<Commit> head = repository.history().head();
        StringBuilder rows = new StringBuilder();
        String base = "/" + repository.fullName() + "/blob/HEAD/";
        head.ifPresent(commit -> commit.files().keySet().stream()
                .sorted()
                .forEach(path -> rows.append("<div class=\"row\">")
                        .append(Html.link(base + path, path))
                        .append("</div>")));
        boolean policy =
                head.filter(commit -> commit.files().containsKey(POLICY)).isPresent();
        String hint = policy
                ? ""
                : "<p class=\"muted\">No policy file: the defaults are in force. "
                        + Html.link(base + POLICY, "Propose one") + "</p>";
        String readme = head.map(commit -> commit.files().get("README.md"))
                .map(text -> "<article class=\"post\">" + markdown.html(text) + "</article>")
                .orElse("");
        return Reply.html(layout.page(
                repository, "Code", repository.name(), "<div class=\"list\">" + rows + "</div>" + hint + readme));
    }

    Reply file(Repository repository, String ref, String path) {
        String text = repository
                .history()
                .resolve(ref.equals("HEAD") ? null : ref)
                .map(commit -> commit.files().get(path))
                .orElse(null);
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (String line : text == null ? new String[0] : text.split("\n", -1)) {
            number++;
            lines.append("<tr id=\"L")
                    .append(number)
                    .append("\"><td>")
                    .append(number)
                    .append("</td><td><pre>")
                    .append(Html.escape(line))
                    .append("</pre></td></tr>");
        }
        String content = text == null
                ? "<p class=\"blank\">There is no " + Html.escape(path) + " here.</p>"
                : "<section class=\"file\"><header>" + Html.escape(path)
                        + "</header><div class=\"scroll\"><table class=\"lines\">" + lines + "</table></div></section>";
        return Reply.html(layout.page(
                repository, "Code", path, content + propose(repository, path, text == null ? EXAMPLE : text)));
    }

    private static String propose(Repository repository, String path, String text) {
        return repository
                .organization()
                .map(organization -> """
                    <details class="new"><summary>Propose a change</summary>
                    <form class="box" method="post" action="/{repository}/propose">
                    <input type="hidden" name="path" value="{path}">
                    <label>Open a pull request as <select name="login">{options}</select></label>
                    <textarea name="body" rows="14" class="code" spellcheck="false" aria-label="Text">{text}</textarea>
                    <div class="buttons"><button class="primary">Open pull request</button></div>
                    </form></details>
                    """.replace("{repository}", Html.escape(repository.fullName()))
                        .replace("{path}", Html.escape(path))
                        .replace("{options}", Persona.options(organization))
                        .replace("{text}", Html.escape(text)))
                .orElse("");
    }

    Reply checks(Repository repository, Visit visit) {
        String live = repository
                .history()
                .head()
                .map(head -> checks.runs(repository, head.sha()))
                .orElse("<p class=\"blank\">No commits.</p>");
        if (visit.fragment()) {
            return Reply.html(live);
        }
        String title = "<h2>Checks of " + Html.escape(repository.history().defaultBranch()) + "</h2>";
        return Reply.html(layout.page(repository, "Checks", "Checks", title + "<div id=\"live\">" + live + "</div>"));
    }
}

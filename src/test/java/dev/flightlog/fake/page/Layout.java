package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Repository;
import org.jspecify.annotations.Nullable;

/** The frame around every page. */
final class Layout {
    private final boolean mermaid;

    Layout(boolean mermaid) {
        this.mermaid = mermaid;
    }

    /** A page outside of repositories. */
    String page(String title, String content) {
        return frame(title, "", content);
    }

    /** A page of a repository; the tab with that name is marked. */
    String page(Repository repository, String tab, String title, String content) {
        return frame(title + " · " + repository.fullName(), header(repository, tab), content);
    }

    private String frame(String title, String header, String content) {
        String script = mermaid ? "<script src=\"/assets/mermaid.js\" defer></script>" : "";
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="icon" href="/assets/icon.svg">
            <link rel="stylesheet" href="/assets/style.css">
            {script}
            <script src="/assets/page.js" defer></script>
            </head>
            <body>
            <header class="top"><a href="/">Simulated GitHub</a>
            <span class="note">not github.com: everything here is invented</span></header>
            {header}
            <main>{content}</main>
            </body>
            </html>
            """.replace("{title}", Html.escape(title))
                .replace("{script}", script)
                .replace("{header}", header)
                .replace("{content}", content);
    }

    private static String header(Repository repository, String tab) {
        String base = "/" + repository.fullName();
        long open = repository.issues().stream()
                .filter(issue -> issue.open() && !issue.isPullRequest())
                .count();
        long pulls =
                repository.pulls().stream().filter(pull -> pull.issue().open()).count();
        return "<div class=\"repo\"><h1>" + Html.link("/" + repository.ownerLogin(), repository.ownerLogin())
                + " / " + Html.link(base, repository.name()) + " <span class=\"pill\">"
                + (repository.isPrivate() ? "Private" : "Public") + "</span></h1><nav>"
                + tab(tab, "Code", base, null)
                + tab(tab, "Issues", base + "/issues", open)
                + tab(tab, "Pull requests", base + "/pulls", pulls)
                + (repository.hasDiscussions()
                        ? tab(tab, "Discussions", base + "/discussions", (long)
                                repository.discussions().size())
                        : "")
                + tab(tab, "Checks", base + "/checks", null)
                + "</nav></div>";
    }

    private static String tab(String current, String name, String href, @Nullable Long count) {
        String mark = name.equals(current) ? " aria-current=\"page\"" : "";
        String number = count == null ? "" : " <span class=\"count\">" + count + "</span>";
        return "<a href=\"" + Html.escape(href) + "\"" + mark + ">" + name + number + "</a>";
    }
}

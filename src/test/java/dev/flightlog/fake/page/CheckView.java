package dev.flightlog.fake.page;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Repository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws check runs with their annotations and buttons. */
final class CheckView {
    private final Markdown markdown;

    CheckView(Markdown markdown) {
        this.markdown = markdown;
    }

    /** The newest run of each name on a commit. */
    String runs(Repository repository, String sha) {
        List<CheckRun> newest = newest(repository.checkRunsOf(sha));
        if (newest.isEmpty()) {
            return Conversation.live("checks", "<p class=\"muted\">No checks on " + sha.substring(0, 7) + " yet.</p>");
        }
        StringBuilder html = new StringBuilder();
        newest.forEach(run -> html.append(run(run)));
        return Conversation.live("checks", html.toString());
    }

    private static List<CheckRun> newest(List<CheckRun> newestFirst) {
        Set<String> seen = new HashSet<>();
        List<CheckRun> newest = new ArrayList<>();
        newestFirst.forEach(run -> {
            if (seen.add(run.name())) {
                newest.add(run);
            }
        });
        return newest;
    }

    private String run(CheckRun run) {
        String state = run.conclusion().orElse(run.status());
        CheckRun.Output output = run.output();
        String title = output.title() == null ? "" : output.title();
        return "<section class=\"check " + Html.escape(state) + "\" id=\"run-" + run.id() + "\"><header>"
                + "<span class=\"mark\" aria-hidden=\"true\">" + mark(state) + "</span><b>" + Html.escape(run.name())
                + "</b> <span class=\"state\">" + Html.escape(state.replace('_', ' ')) + "</span> "
                + "<span class=\"muted\">" + Html.escape(title) + "</span></header>"
                + (output.summary() == null ? "" : markdown.html(output.summary()))
                + (output.text() == null ? "" : markdown.html(output.text()))
                + annotations(run)
                + buttons(run)
                + "</section>";
    }

    private static String mark(String state) {
        return switch (state) {
            case "success" -> "✓";
            case "failure", "timed_out", "cancelled" -> "✕";
            case "action_required" -> "!";
            case "neutral", "skipped" -> "■";
            default -> "●";
        };
    }

    private static String annotations(CheckRun run) {
        if (run.annotations().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder(
                "<details open><summary>" + Html.count(run.annotations().size(), "annotation", "annotations")
                        + "</summary><ul class=\"annotations\">");
        for (CheckRun.Annotation each : run.annotations()) {
            String where = "/" + run.repository().fullName() + "/blob/" + run.headSha() + "/" + each.path() + "#L"
                    + each.startLine();
            html.append("<li class=\"")
                    .append(Html.escape(each.level()))
                    .append("\"><div>")
                    .append(Html.link(where, each.path() + " line " + each.startLine()))
                    .append(" <span class=\"state\">")
                    .append(Html.escape(each.level()))
                    .append("</span></div>")
                    .append(each.title() == null ? "" : "<b>" + Html.escape(each.title()) + "</b>")
                    .append("<p>")
                    .append(Html.escape(each.message()))
                    .append("</p></li>");
        }
        return html.append("</ul></details>").toString();
    }

    private static String buttons(CheckRun run) {
        String base = "/" + run.repository().fullName() + "/runs/" + run.id();
        StringBuilder html = new StringBuilder("<div class=\"buttons\">");
        for (CheckRun.Action action : run.actions()) {
            html.append("<form method=\"post\" action=\"")
                    .append(base)
                    .append("/actions\"><input type=\"hidden\" name=\"identifier\" value=\"")
                    .append(Html.escape(action.identifier()))
                    .append("\"><button title=\"")
                    .append(Html.escape(action.description()))
                    .append("\">")
                    .append(Html.escape(action.label()))
                    .append("</button></form>");
        }
        return html.append("<form method=\"post\" action=\"")
                .append(base)
                .append("/rerun\"><button>Re-run</button></form></div>")
                .toString();
    }
}

package dev.flightlog.summary.text;

import dev.flightlog.markdown.Markdown;
import dev.flightlog.summary.StaleAlert;
import dev.flightlog.summary.StaleCause;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Words the alert about stale data: since when, why, and what to do. Pure, and the same every day while it lasts. */
public final class AlertMarkdown {
    /** Kind of the marker by which the alert is found again. */
    public static final String KIND = "stale-data";

    private AlertMarkdown() {}

    /** The alert issue while data are stale. */
    public static SummaryText render(StaleAlert alert) {
        return new SummaryText(
                title(alert), """
                    **%s No weekly summary is posted until newer data come, because its numbers would be wrong.**

                    **Why:** %s

                    **What to do:** %s

                    This issue is edited while the data are stale and closes automatically when data arrive again. \
                    State of every source: %s
                    """.formatted(since(alert), why(alert.cause()), remedy(alert), alert.command("status")));
    }

    /** The same issue when it is closed: what was, and that it is over. */
    public static SummaryText over(String organization, LocalDate newestDay) {
        return new SummaryText(title(organization), """
            **Data flow again: the newest day with data is %s.** Weekly summaries are posted as before. A week that was due \
            meanwhile gets no post of its own: the next post says which.
            """.formatted(Dates.dayAndYear(newestDay)));
    }

    /** The category that the policy names for the discussion does not exist: the issue that says so. */
    public static SummaryText noCategory(String organization, String category, List<String> slugs) {
        String there = slugs.isEmpty()
                ? "The repository has no discussions: switch them on in its settings, or set `summary.post_to: issue`."
                : "There is: " + slugs.stream().map(Markdown::code).collect(Collectors.joining(", "))
                        + ". Name one of them in `summary.discussion_category`, make the missing one, or set"
                        + " `summary.post_to: issue`.";
        return new SummaryText(noPlace(organization), """
            **The weekly summary waits: this repository has no category %s for discussions.** %s

            This issue closes by itself when the summary is posted.
            """.formatted(Markdown.code(category), there));
    }

    /** Not as a weekly post's title starts: people filter and subscribe by it. */
    private static String noPlace(String organization) {
        return "No place for the weekly Copilot summary of " + Markdown.title(organization);
    }

    /** GitHub refuses the place that the policy names. */
    public static SummaryText placeRefused(String organization, String sentence) {
        return new SummaryText(noPlace(organization), """
            **The weekly summary waits.** %s

            This issue closes by itself when the summary is posted.
            """.formatted(Markdown.text(sentence)));
    }

    /** Another repository took the governance repository's configured name: the issue in the real one that says so. */
    public static SummaryText otherRepository(String organization, String name, String current, String prefix) {
        return new SummaryText(
                "Another repository of " + Markdown.title(organization) + " is called " + Markdown.title(name),
                """
                **Flightlog stays in this repository, %s. Nothing is read from the other one, and nothing is posted there.**

                **Why:** the policy file in the governance repository says who is an admin, so a new repository of the \
                name that Flightlog is configured for counts only when an owner says so.

                **What to do:** if the other one shall be the governance repository, an owner comments %s on an issue in \
                it. Else rename or delete it; find out who made it.

                This issue closes by itself when there is no other repository of that name any more.
                """.formatted(Markdown.code(current), Markdown.code(prefix + " adopt")));
    }

    /** The repository is not private any more, and earlier posts in it name people: the issue that offers to change them. */
    public static SummaryText namesInPublic(String organization, int posts, String prefix) {
        boolean one = posts == 1;
        return new SummaryText(
                "Posts that name people of " + Markdown.title(organization) + " are not private any more",
                """
                **This repository is not private any more, and %s people: replies to commands and issues of seat reviews.** \
                Since then nobody is named in new posts.

                **What to do:** an admin comments %s. Flightlog then edits %s so that nobody is named, once, and \
                says so in its reply; the command is in the audit trail. Or make the repository private again.

                GitHub shows earlier versions of an edited post to every reader until somebody with write access deletes them \
                ([how](https://docs.github.com/en/communities/moderating-comments-and-conversations/tracking-changes-in-a-comment)).

                This issue closes by itself when no post names people or the repository is private again.
                """.formatted(
                                one ? "1 post of Flightlog names" : Numbers.count(posts) + " posts of Flightlog name",
                                Markdown.code(prefix + " redact"),
                                one ? "that post" : "these posts"));
    }

    private static String title(StaleAlert alert) {
        return title(alert.organization());
    }

    private static String title(String organization) {
        return "No new Copilot data for " + Markdown.title(organization);
    }

    private static String since(StaleAlert alert) {
        LocalDate last = alert.lastDay();
        return last == null
                ? "GitHub has given no usage data yet."
                : "The last day with usage data is " + Dates.dayAndYear(last) + ".";
    }

    private static String why(StaleCause cause) {
        return switch (cause) {
            case StaleCause.MetricsPolicyOff _ ->
                "GitHub refuses the usage reports because the policy \"Copilot usage metrics\" is off.";
            case StaleCause.PermissionMissing(String permission) ->
                "the app is not granted the permission " + Markdown.code(permission) + ".";
            case StaleCause.Suspended _ -> "an owner suspended the app's installation.";
            case StaleCause.Refused _ -> "GitHub refuses the usage reports.";
            case StaleCause.NotRead(String sentence) ->
                "the newest usage reports could not be read. " + Markdown.text(sentence);
            case StaleCause.NotPublished _ ->
                "GitHub answers, but had published no report for a newer day when it was last asked.";
        };
    }

    private static String remedy(StaleAlert alert) {
        return switch (alert.cause()) {
            case StaleCause.MetricsPolicyOff _ ->
                "an owner opens the organization's settings, Copilot, Policies, and sets \"Copilot usage metrics\" to"
                        + " Enabled; where the enterprise decides, an enterprise owner does. Then "
                        + alert.command("refresh") + ".";
            case StaleCause.PermissionMissing _ ->
                "an owner opens the organization's settings, GitHub Apps, this app, and accepts the permission. Data"
                        + " are then read at once.";
            case StaleCause.Suspended _ ->
                "an owner opens the organization's settings, GitHub Apps, this app, and ends the suspension.";
            case StaleCause.Refused(String sentence) -> Markdown.text(sentence);
            case StaleCause.NotRead _ ->
                "nothing for now; Flightlog keeps trying. If it lasts, see githubstatus.com and the server's log."
                        + " A report that stays broken is GitHub Support's to mend.";
            case StaleCause.NotPublished _ ->
                "nothing for now; GitHub publishes late at times, and the days are read as soon as they come. If it"
                        + " lasts, ask GitHub Support about the Copilot usage metrics of this organization.";
        };
    }
}

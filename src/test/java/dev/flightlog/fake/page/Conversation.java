package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Post;
import dev.flightlog.fake.model.Reaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws posts with their authors and reactions, and the box to write one. */
final class Conversation {
    private static final Map<String, String> EMOJI = Map.of(
            "+1",
            "👍",
            "-1",
            "👎",
            "laugh",
            "😄",
            "hooray",
            "🎉",
            "confused",
            "😕",
            "heart",
            "❤️",
            "rocket",
            "🚀",
            "eyes",
            "👀");

    private final Markdown markdown;

    Conversation(Markdown markdown) {
        this.markdown = markdown;
    }

    /** A part of a page that is exchanged as a whole when its content has changed. */
    static String live(String id, String content) {
        return "<div class=\"live\" id=\"" + id + "\" data-hash=\"" + Integer.toHexString(content.hashCode()) + "\">"
                + content + "</div>";
    }

    /** A post as a card. */
    String post(Post post, String anchor) {
        String body =
                post.body().isBlank() ? "<p class=\"muted\">No description provided.</p>" : markdown.html(post.body());
        String edited = post.formerBodies().isEmpty()
                ? ""
                : " <span class=\"muted\" title=\""
                        + Html.count(post.formerBodies().size(), "edit", "edits") + "\">· edited</span>";
        return "<article class=\"post" + (isBot(post.author()) ? " bot" : "") + "\" id=\"" + anchor + "\">"
                + "<header>" + author(post.author()) + " <a class=\"muted\" href=\"#" + anchor + "\">"
                + Html.time(post.createdAt()) + "</a>" + edited + "</header>" + body + reactions(post.reactions())
                + "</article>";
    }

    private static boolean isBot(Person person) {
        return person.type() == Person.Type.BOT;
    }

    static String author(Person person) {
        String login = person.login().replace("[bot]", "");
        return "<img class=\"avatar\" src=\"/avatars/" + person.id() + "\" alt=\"\" width=\"24\" height=\"24\"><b>"
                + Html.escape(login) + "</b>" + (isBot(person) ? " <span class=\"pill\">bot</span>" : "");
    }

    private static String reactions(List<Reaction> reactions) {
        if (reactions.isEmpty()) {
            return "";
        }
        Map<String, List<Reaction>> byContent = reactions.stream()
                .collect(Collectors.groupingBy(Reaction::content, LinkedHashMap::new, Collectors.toList()));
        StringBuilder html = new StringBuilder("<div class=\"reactions\">");
        byContent.forEach((content, of) -> html.append("<span class=\"reaction\" title=\"")
                .append(Html.escape(of.stream().map(each -> each.by().login()).collect(Collectors.joining(", "))))
                .append("\">")
                .append(EMOJI.getOrDefault(content, content))
                .append(" ")
                .append(of.size())
                .append("</span>"));
        return html.append("</div>").toString();
    }

    /** The box in which the visitor writes as somebody. */
    static String box(Organization organization, String action, String hidden, String label) {
        return """
            <form class="box" method="post" action="{action}">
            {hidden}
            <label>Comment as <select name="login">{options}</select></label>
            <textarea name="body" rows="3" required placeholder="/copilot help" aria-label="{label}"></textarea>
            <div class="buttons"><button class="primary">{label}</button></div>
            </form>
            """.replace("{action}", Html.escape(action))
                .replace("{hidden}", hidden)
                .replace("{options}", Persona.options(organization))
                .replace("{label}", Html.escape(label));
    }
}

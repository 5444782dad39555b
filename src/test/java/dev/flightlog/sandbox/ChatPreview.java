package dev.flightlog.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightlog.digest.ChatKind;
import dev.flightlog.digest.DigestCard;
import dev.flightlog.digest.DigestMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** A card as it looks in each chat, from the very message that is sent. */
final class ChatPreview {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SLACK_LINK = Pattern.compile("&lt;(https?://[^|]+?)\\|([^<>|]+?)&gt;");
    private static final Pattern SLACK_BOLD = Pattern.compile("\\*([^*\\n]+)\\*");
    private static final Pattern TEAMS_ESCAPE = Pattern.compile("\\\\([\\\\*_\\[\\]`])");

    private ChatPreview() {}

    /** Both, one below the other, as HTML. */
    static String html(DigestCard card) {
        return "<h2>Slack</h2>\n<div class=\"slack\">" + slack(read(DigestMessages.json(ChatKind.SLACK, card)))
                + "</div>\n<h2>Teams</h2>\n<div class=\"teams\">"
                + teams(read(DigestMessages.json(ChatKind.TEAMS, card)).at("/attachments/0/content")) + "</div>\n";
    }

    static final String STYLE = """
        .slack, .teams { border: 1px solid #8886; border-radius: 8px; padding: .2rem 1rem .6rem }
        .slack { border-left: 4px solid #4a154b } .teams { border-top: 4px solid #6264a7 }
        .fields { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem 2rem; white-space: pre-line }
        .slack p, .fields { white-space: pre-line } .fact { display: grid; grid-template-columns: 9rem 1fr; gap: .2rem 1rem }
        .action { display: inline-block; border: 1px solid #6264a7; border-radius: 4px; padding: .2rem .8rem; text-decoration: none }
        .warning { color: #9a6700 }
        """;

    private static String slack(JsonNode message) {
        var html = new StringBuilder();
        for (JsonNode block : message.path("blocks")) {
            if (block.path("type").asText().equals("header")) {
                html.append("<h3>")
                        .append(escaped(block.at("/text/text").asText()))
                        .append("</h3>");
            } else if (block.has("fields")) {
                html.append("<div class=\"fields\">");
                block.path("fields")
                        .forEach(field -> html.append("<div>")
                                .append(mrkdwn(field.path("text").asText()))
                                .append("</div>"));
                html.append("</div>");
            } else {
                html.append("<p>")
                        .append(mrkdwn(block.at("/text/text").asText()))
                        .append("</p>");
            }
        }
        return html.toString();
    }

    private static String mrkdwn(String text) {
        String escapedOnce =
                text.replace("&lt;", "\uE000").replace("&gt;", "\uE001").replace("&amp;", "\uE002");
        String html = SLACK_LINK.matcher(escaped(escapedOnce)).replaceAll("<a href=\"$1\">$2</a>");
        return SLACK_BOLD
                .matcher(html)
                .replaceAll("<b>$1</b>")
                .replace(":warning:", "⚠️")
                .replace("\uE000", "&lt;")
                .replace("\uE001", "&gt;")
                .replace("\uE002", "&amp;");
    }

    private static String teams(JsonNode card) {
        var html = new StringBuilder();
        for (JsonNode element : card.path("body")) {
            if (element.path("type").asText().equals("FactSet")) {
                html.append("<div class=\"fact\">");
                element.path("facts")
                        .forEach(fact -> html.append("<b>")
                                .append(plain(fact.path("title").asText()))
                                .append("</b><span>")
                                .append(plain(fact.path("value").asText()))
                                .append("</span>"));
                html.append("</div>");
            } else if (element.has("size")) {
                html.append("<h3>").append(plain(element.path("text").asText())).append("</h3>");
            } else {
                html.append(element.has("color") ? "<p class=\"warning\">" : "<p>")
                        .append(plain(element.path("text").asText()))
                        .append("</p>");
            }
        }
        card.path("actions")
                .forEach(action -> html.append("<a class=\"action\" href=\"")
                        .append(escaped(action.path("url").asText()))
                        .append("\">")
                        .append(escaped(action.path("title").asText()))
                        .append("</a>"));
        return html.toString();
    }

    private static String plain(String text) {
        return escaped(TEAMS_ESCAPE.matcher(text).replaceAll("$1"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}

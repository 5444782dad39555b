package dev.flightlog.digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A card as a Teams workflow takes it: an Adaptive Card of version 1.4 in a message. Below 28 KB, because the parts of a
 * card are short.
 *
 * <p>See https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using (seen
 * 2026-11-28).
 */
final class TeamsMessage {
    private TeamsMessage() {}

    static Map<String, Object> of(DigestCard card) {
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("contentUrl", null);
        attachment.put("content", content(card));
        return Map.of("type", "message", "attachments", List.of(attachment));
    }

    private static Map<String, Object> content(DigestCard card) {
        List<Map<String, Object>> body = new ArrayList<>();
        body.add(Map.of(
                "type", "TextBlock", "text", escaped(card.title()), "size", "Large", "weight", "Bolder", "wrap", true));
        body.add(text(card.verdict()));
        body.add(Map.of(
                "type",
                "FactSet",
                "facts",
                card.figures().stream().map(TeamsMessage::fact).toList()));
        card.warnings()
                .forEach(warning -> body.add(
                        Map.of("type", "TextBlock", "text", escaped(warning), "color", "Warning", "wrap", true)));
        body.add(text(card.decisions()));
        return Map.of(
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "type",
                "AdaptiveCard",
                "version",
                "1.4",
                "msteams",
                Map.of("width", "Full"),
                "body",
                body,
                "actions",
                List.of(Map.of(
                        "type",
                        "Action.OpenUrl",
                        "title",
                        "Open the weekly post",
                        "url",
                        card.post().toString())));
    }

    private static Map<String, Object> text(String words) {
        return Map.of("type", "TextBlock", "text", escaped(words), "wrap", true);
    }

    private static Map<String, Object> fact(DigestCard.Figure figure) {
        return Map.of(
                "title",
                escaped(figure.name()),
                "value",
                escaped(figure.value() + (figure.change().isEmpty() ? "" : "  " + figure.change())));
    }

    /** The subset of Markdown that a text block reads. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\*_\\[\\]`]", "\\\\$0");
    }
}

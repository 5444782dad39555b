package dev.flightlog.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A card as an incoming webhook of Slack takes it. Below 50 blocks, 150 characters of a header, 3,000 of a section, and
 * 13,000 in all, because the parts of a card are short.
 *
 * <p>See https://docs.slack.dev/reference/block-kit/blocks (seen 2026-11-28).
 */
final class SlackMessage {
    private SlackMessage() {}

    static Map<String, Object> of(DigestCard card) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(Map.of("type", "header", "text", Map.of("type", "plain_text", "text", card.title())));
        blocks.add(section(escaped(card.verdict())));
        blocks.add(Map.of(
                "type",
                "section",
                "fields",
                card.figures().stream().map(SlackMessage::figure).toList()));
        card.warnings().forEach(warning -> blocks.add(section(":warning: " + escaped(warning))));
        blocks.add(
                section(escaped(card.decisions()) + "\n<" + link(card.post().toString()) + "|Open the weekly post>"));
        return Map.of(
                "text",
                escaped(card.title() + ": " + card.verdict()),
                "blocks",
                blocks,
                // The post may be in a private repository, of which a preview shows nothing but "GitHub".
                "unfurl_links",
                false);
    }

    private static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", mrkdwn(text));
    }

    private static Map<String, Object> figure(DigestCard.Figure figure) {
        return mrkdwn("*" + escaped(figure.name()) + "*\n" + escaped(figure.value())
                + (figure.change().isEmpty() ? "" : "\n" + escaped(figure.change())));
    }

    private static Map<String, Object> mrkdwn(String text) {
        return Map.of("type", "mrkdwn", "text", text);
    }

    /** Slack's own rule: these three, and no others. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String link(String url) {
        return escaped(url.replace("|", "%7C"));
    }
}

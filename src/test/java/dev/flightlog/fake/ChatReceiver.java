package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A chat as an incoming webhook sees it: Slack below {@code /slack/}, a Teams workflow below {@code /teams/}. Takes only
 * what they take, within their limits, and answers as they do; a test may have it answer otherwise.
 */
public final class ChatReceiver implements HttpHandler, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SLACK_MOST = 13_000;
    private static final int TEAMS_MOST = 28 * 1_024;

    private final List<Message> received = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Deque<Answer> next = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;

    /** One of its own, on a free port of this machine. */
    public static ChatReceiver start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            ChatReceiver receiver = new ChatReceiver(server);
            receiver.serve();
            server.start();
            return receiver;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** Inside of a server that is there. */
    public static ChatReceiver on(HttpServer server) {
        ChatReceiver receiver = new ChatReceiver(server);
        receiver.serve();
        return receiver;
    }

    private ChatReceiver(HttpServer server) {
        this.server = server;
    }

    private void serve() {
        server.createContext("/slack/", this);
        server.createContext("/teams/", this);
    }

    /** What came in. */
    public record Message(String path, JsonNode body, int bytes) {}

    /** What it answers in place of a chat's usual answer. */
    public sealed interface Answer {
        /** A status with a body, and a header Retry-After unless that is empty. */
        record Status(int status, String body, String retryAfter) implements Answer {}

        /** Nothing, while it is open. */
        record Hang() implements Answer {}

        /** Closes the connection without a word. */
        record Close() implements Answer {}
    }

    public synchronized void next(Answer... answers) {
        next.addAll(List.of(answers));
    }

    /** Every request, in order. */
    public synchronized List<Message> received() {
        return List.copyOf(received);
    }

    /** What a chat would not have taken, and why. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    public String slackUrl() {
        return url() + "/slack/services/T0001/B0001/secret-of-the-test";
    }

    public String teamsUrl() {
        return url() + "/teams/workflows/0001/triggers/manual/paths/invoke?sig=secret-of-the-test";
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        boolean slack = exchange.getRequestURI().getPath().startsWith("/slack/");
        List<String> wrong = wrong(exchange, slack, bytes);
        switch (answer(exchange, slack, bytes, wrong)) {
            case Answer.Status(int status, String body, String retryAfter) -> {
                if (!retryAfter.isEmpty()) {
                    exchange.getResponseHeaders().add("Retry-After", retryAfter);
                }
                byte[] answer = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            }
            case Answer.Hang _ -> {
                try {
                    closing.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
            case Answer.Close _ -> exchange.close();
        }
    }

    private synchronized Answer answer(HttpExchange exchange, boolean slack, byte[] bytes, List<String> wrong) {
        received.add(new Message(exchange.getRequestURI().getPath(), read(bytes), bytes.length));
        complaints.addAll(wrong);
        if (!wrong.isEmpty()) {
            return new Answer.Status(
                    400, slack ? "invalid_blocks" : "{\"error\":{\"code\":\"InvalidBotAdaptiveCard\"}}", "");
        }
        if (!next.isEmpty()) {
            return next.removeFirst();
        }
        return slack ? new Answer.Status(200, "ok", "") : new Answer.Status(202, "", "");
    }

    private static List<String> wrong(HttpExchange exchange, boolean slack, byte[] bytes) {
        List<String> wrong = new ArrayList<>();
        expect(exchange.getRequestMethod().equals("POST"), "a webhook takes POST only", wrong);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        expect(type != null && type.startsWith("application/json"), "the body must be JSON, not " + type, wrong);
        JsonNode body = read(bytes);
        if (slack) {
            slack(body, new String(bytes, StandardCharsets.UTF_8).length(), wrong);
        } else {
            teams(body, bytes.length, wrong);
        }
        return wrong;
    }

    private static void slack(JsonNode body, int characters, List<String> wrong) {
        only(body, Set.of("text", "blocks", "unfurl_links"), wrong);
        expect(characters <= SLACK_MOST, "a message has about 13,000 characters, not " + characters, wrong);
        expect(!body.path("text").asText().isBlank(), "text is what notifications show", wrong);
        expect(body.path("blocks").size() <= 50, "at most 50 blocks", wrong);
        for (JsonNode block : body.path("blocks")) {
            switch (block.path("type").asText()) {
                case "header" -> {
                    only(block, Set.of("type", "text"), wrong);
                    text(block.path("text"), "plain_text", 150, wrong);
                }
                case "section" -> {
                    only(block, Set.of("type", "text", "fields"), wrong);
                    expect(block.has("text") || block.has("fields"), "a section has text or fields", wrong);
                    if (block.has("text")) {
                        text(block.path("text"), "mrkdwn", 3_000, wrong);
                    }
                    if (block.has("fields")) {
                        int fields = block.path("fields").size();
                        expect(fields >= 1 && fields <= 10, "1 to 10 fields, not " + fields, wrong);
                        block.path("fields").forEach(field -> text(field, "mrkdwn", 2_000, wrong));
                    }
                }
                default -> wrong.add("an unknown block: " + block);
            }
        }
    }

    private static void text(JsonNode text, String type, int most, List<String> wrong) {
        only(text, Set.of("type", "text"), wrong);
        expect(text.path("type").asText().equals(type), "text must be " + type + ": " + text, wrong);
        String words = text.path("text").asText();
        expect(!words.isEmpty() && words.length() <= most, "1 to " + most + " characters: " + words.length(), wrong);
        if (type.equals("mrkdwn")) {
            String outsideOfLinks = words.replaceAll("<https?://[^<>|]+\\|[^<>|]+>", "");
            expect(!outsideOfLinks.matches("(?s).*[<>].*"), "< and > must be escaped: " + words, wrong);
            expect(!outsideOfLinks.matches("(?s).*&(?!amp;|lt;|gt;).*"), "& must be escaped: " + words, wrong);
        }
    }

    private static void teams(JsonNode body, int bytes, List<String> wrong) {
        only(body, Set.of("type", "attachments"), wrong);
        expect(bytes <= TEAMS_MOST, "a message has 28 KB, not " + bytes, wrong);
        expect(body.path("type").asText().equals("message"), "type must be message", wrong);
        expect(body.path("attachments").size() == 1, "one attachment", wrong);
        JsonNode attachment = body.path("attachments").path(0);
        only(attachment, Set.of("contentType", "contentUrl", "content"), wrong);
        expect(
                attachment.has("contentUrl") && attachment.path("contentUrl").isNull(),
                "contentUrl must be null",
                wrong);
        expect(
                attachment.path("contentType").asText().equals("application/vnd.microsoft.card.adaptive"),
                "an Adaptive Card",
                wrong);
        JsonNode card = attachment.path("content");
        only(card, Set.of("$schema", "type", "version", "msteams", "body", "actions"), wrong);
        expect(card.path("type").asText().equals("AdaptiveCard"), "type must be AdaptiveCard", wrong);
        expect(card.path("version").asText().equals("1.4"), "version must be 1.4", wrong);
        for (JsonNode element : card.path("body")) {
            switch (element.path("type").asText()) {
                case "TextBlock" -> {
                    only(element, Set.of("type", "text", "size", "weight", "wrap", "color"), wrong);
                    expect(!element.path("text").asText().isEmpty(), "a text block has text", wrong);
                }
                case "FactSet" -> {
                    only(element, Set.of("type", "facts"), wrong);
                    element.path("facts").forEach(fact -> only(fact, Set.of("title", "value"), wrong));
                }
                default -> wrong.add("an unknown element: " + element);
            }
        }
        for (JsonNode action : card.path("actions")) {
            only(action, Set.of("type", "title", "url"), wrong);
            expect(action.path("type").asText().equals("Action.OpenUrl"), "an action opens a page", wrong);
            expect(action.path("url").asText().matches("https?://.+"), "an action needs an address", wrong);
        }
    }

    private static void only(JsonNode node, Set<String> names, List<String> wrong) {
        expect(node.isObject(), "an object, not " + node, wrong);
        node.fieldNames().forEachRemaining(name -> expect(names.contains(name), "unknown: " + name, wrong));
    }

    private static void expect(boolean holds, String otherwise, Collection<String> wrong) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException malformed) {
            return JSON.missingNode();
        }
    }

    /** Lets go of who hangs. */
    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}

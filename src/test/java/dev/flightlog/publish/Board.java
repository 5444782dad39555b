package dev.flightlog.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.flightlog.github.rest.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The issues, comments and discussions of one repository behind a socket, and what people do to them meanwhile. */
final class Board implements AutoCloseable {
    private static final String REPOSITORY = "/repos/acme/copilot-governance";
    private static final Pattern ISSUE = Pattern.compile(REPOSITORY + "/issues/(\\d+)");
    private static final Pattern COMMENTS = Pattern.compile(REPOSITORY + "/issues/(\\d+)/comments");
    private static final Pattern COMMENT = Pattern.compile(REPOSITORY + "/issues/comments/(\\d+)");
    private static final Pattern MUTATION =
            Pattern.compile("createDiscussion|updateDiscussionComment|updateDiscussion|addDiscussionComment");

    private final HttpServer server;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>();
    private final List<String> writes = new ArrayList<>();
    private boolean hidden;
    private boolean losesAnswer;
    private boolean hasCategory = true;

    Board() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was written since the last call. */
    synchronized List<String> writes() {
        List<String> since = List.copyOf(writes);
        writes.clear();
        return since;
    }

    /** Posts that stand, by their first line after the marker. */
    synchronized List<String> texts() {
        return entries.values().stream()
                .map(entry -> entry.body.lines().skip(1).findFirst().orElse(""))
                .toList();
    }

    synchronized Entry entry(int id) {
        return Objects.requireNonNull(entries.get(id));
    }

    synchronized int write(String kind, int parent, String title, String body, String author) {
        int id = entries.size() + 1;
        entries.put(id, new Entry(id, kind, parent, title, body, author));
        return id;
    }

    synchronized void delete(int id) {
        entries.remove(id);
    }

    /** The repository is taken from the app. */
    void hide() {
        hidden = true;
    }

    /** The next write takes effect, and its answer gets lost. */
    void loseNextAnswer() {
        losesAnswer = true;
    }

    void removeCategory() {
        hasCategory = false;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        JsonNode body = bytes.length == 0
                ? Json.read("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                : Json.read(bytes);
        int before = writes.size();
        Object answer = path.endsWith("access_tokens")
                ? Map.of("token", "ghs_1", "expires_at", "2026-11-20T13:00:00Z")
                : path.equals("/app")
                        ? Map.of("id", 1, "slug", "flightlog", "html_url", "u", "permissions", Map.of())
                        : hidden ? null : path.equals("/graphql") ? graphQl(body) : rest(method, path, body);
        boolean lost = losesAnswer && writes.size() > before;
        losesAnswer = losesAnswer && !lost;
        byte[] sent = Json.write(answer == null ? Map.of("message", "Not Found: " + method + " " + path) : answer);
        exchange.sendResponseHeaders(lost ? 502 : answer == null ? 404 : 200, sent.length);
        exchange.getResponseBody().write(sent);
        exchange.close();
    }

    private @Nullable Object rest(String method, String path, JsonNode body) {
        Matcher issue = ISSUE.matcher(path);
        Matcher comments = COMMENTS.matcher(path);
        Matcher comment = COMMENT.matcher(path);
        if (path.equals(REPOSITORY)) {
            return Map.of(
                    "id",
                    11,
                    "name",
                    "copilot-governance",
                    "full_name",
                    "acme/copilot-governance",
                    "owner",
                    Map.of("login", "acme"),
                    "default_branch",
                    "main");
        } else if (path.startsWith(REPOSITORY + "/labels/")) {
            return Map.of("name", "copilot-usage");
        } else if (path.equals(REPOSITORY + "/issues")) {
            return method.equals("GET") ? of("issue", 0) : add("issue", 0, body);
        } else if (issue.matches()) {
            return one(method, Integer.parseInt(issue.group(1)), body);
        } else if (comments.matches()) {
            int parent = Integer.parseInt(comments.group(1));
            return method.equals("GET") ? of("comment", parent) : add("comment", parent, body);
        }
        return comment.matches() ? one(method, Integer.parseInt(comment.group(1)), body) : null;
    }

    private Object graphQl(JsonNode request) {
        String query = request.path("query").asText();
        JsonNode variables = request.path("variables");
        Matcher mutation = MUTATION.matcher(query);
        if (mutation.find()) {
            String name = mutation.group();
            Map<String, Object> changed = switch (name) {
                case "createDiscussion" -> add("discussion", 0, variables);
                case "addDiscussionComment" ->
                    add(
                            "reply",
                            variables
                                    .path(variables.has("replyToId") ? "replyToId" : "discussionId")
                                    .asInt(),
                            variables);
                case "updateDiscussion" ->
                    one("PATCH", variables.path("discussionId").asInt(), variables);
                default -> one("PATCH", variables.path("commentId").asInt(), variables);
            };
            if (changed == null) {
                return Map.of("errors", List.of(Map.of("type", "NOT_FOUND", "message", "gone")));
            }
            return Map.of("data", Map.of(name, Map.of(name.endsWith("Comment") ? "comment" : "discussion", changed)));
        }
        if (query.contains("discussionCategory(")) {
            Map<String, Object> repository = new LinkedHashMap<>(Map.of("id", "R_1", "hasDiscussionsEnabled", true));
            repository.put("discussionCategory", hasCategory ? Map.of("id", "C_1") : null);
            repository.put("discussionCategories", Map.of("nodes", List.of(Map.of("slug", "ideas"))));
            return Map.of("data", Map.of("repository", repository));
        }
        Map<String, Object> page = Map.of("pageInfo", Map.of("hasNextPage", false));
        if (query.contains("discussions(")) {
            return Map.of("data", Map.of("repository", Map.of("discussions", list(page, of("discussion", 0)))));
        }
        int id = variables.path("id").asInt();
        Map<String, Object> node = new LinkedHashMap<>();
        if (query.contains("comments(") || query.contains("replies(")) {
            node.put(query.contains("comments(") ? "comments" : "replies", list(page, of("reply", id)));
        } else if (entries.containsKey(id)) {
            node.putAll(json(entry(id)));
        }
        return Map.of("data", Map.of("node", node));
    }

    private static Map<String, Object> list(Map<String, Object> page, List<Map<String, Object>> nodes) {
        Map<String, Object> list = new LinkedHashMap<>(page);
        list.put("nodes", nodes);
        return list;
    }

    private Map<String, Object> add(String kind, int parent, JsonNode body) {
        int id = write(
                kind, parent, body.path("title").asText(), body.path("body").asText(), "Bot");
        writes.add("created " + kind + " " + id);
        return json(entry(id));
    }

    private @Nullable Map<String, Object> one(String method, int id, JsonNode change) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return null;
        }
        if (method.equals("PATCH")) {
            entry.title = change.path("title").asText(entry.title);
            entry.body = change.path("body").asText(entry.body);
            entry.state = change.path("state").asText(entry.state);
            writes.add((change.has("state") ? "closed " : "edited ") + entry.kind + " " + id);
        }
        return json(entry);
    }

    private List<Map<String, Object>> of(String kind, int parent) {
        return entries.values().stream()
                .filter(entry -> entry.kind.equals(kind) && entry.parent == parent)
                .map(Board::json)
                .toList();
    }

    private static Map<String, Object> json(Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", entry.kind.equals("discussion") || entry.kind.equals("reply") ? "" + entry.id : entry.id);
        json.put("number", entry.id);
        json.put("title", entry.title);
        json.put("body", entry.body);
        json.put("state", entry.state);
        json.put("url", "https://github.com/acme/" + entry.id);
        json.put("html_url", "https://github.com/acme/" + entry.id);
        json.put("user", Map.of("type", entry.author, "login", entry.author.equals("Bot") ? "flightlog[bot]" : "ada"));
        json.put("viewerDidAuthor", entry.author.equals("Bot"));
        return json;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Something somebody wrote. */
    static final class Entry {
        final int id;
        final String kind;
        final int parent;
        final String author;
        String title;
        String body;
        String state = "open";

        Entry(int id, String kind, int parent, String title, String body, String author) {
            this.id = id;
            this.kind = kind;
            this.parent = parent;
            this.title = title;
            this.body = body;
            this.author = author;
        }
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * As much of GitHub as an organization's first load asks for, so that the JVM sees while it is trained what it will have
 * to do: read seats, people, teams and report files, and post. Nobody checks anything here; the tests have a strict one.
 */
final class TrainingGitHub implements AutoCloseable {
    static final String ORGANIZATION = "{\"id\":1,\"node_id\":\"O_1\",\"login\":\"acme\",\"type\":\"Organization\"}";

    private static final int PEOPLE = 1_000;
    private static final int TEAMS = 40;
    private static final int PAGE = 100;

    private final LocalDate lastDay = LocalDate.now(ZoneOffset.UTC).minusDays(3);
    private final TrainingReports reports = new TrainingReports(lastDay, PEOPLE, TEAMS);
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final CountDownLatch posted = new CountDownLatch(1);
    private final HttpServer server;
    private final String url;

    TrainingGitHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return url;
    }

    String host() {
        return url.substring("http://".length());
    }

    /** False if no summary was posted in time. */
    boolean awaitPost(long seconds) throws InterruptedException {
        return posted.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        try (OutputStream out = exchange.getResponseBody()) {
            if (path.startsWith("/files/")) {
                byte[] file = files.computeIfAbsent(path.substring("/files/".length()), name -> reports.file(name));
                exchange.sendResponseHeaders(200, file.length);
                out.write(file);
                return;
            }
            String body = json(
                    exchange.getRequestMethod(), path, exchange.getRequestURI().getQuery());
            byte[] bytes = (body == null ? "{\"message\":\"Not Found\"}" : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            if (hasNextPage(exchange.getRequestURI())) {
                exchange.getResponseHeaders()
                        .add("Link", "<%s>; rel=\"next\"".formatted(nextPage(exchange.getRequestURI())));
            }
            exchange.sendResponseHeaders(status(exchange.getRequestMethod(), body), bytes.length);
            out.write(bytes);
        }
        if (exchange.getRequestMethod().equals("POST") && path.equals("/repos/acme/copilot-governance/issues")) {
            posted.countDown();
        }
    }

    private static int status(String method, String body) {
        if (body == null) {
            return 404;
        }
        return method.equals("POST") ? 201 : 200;
    }

    /** Of what there is one for each person. */
    private static boolean hasNextPage(URI request) {
        boolean byPerson =
                request.getPath().endsWith("/seats") || request.getPath().equals("/orgs/acme/members");
        return byPerson && !request.getQuery().contains("role=admin") && page(request.getQuery()) * PAGE < PEOPLE;
    }

    private String nextPage(URI request) {
        return url + request.getPath() + "?per_page=" + PAGE + "&page=" + (page(request.getQuery()) + 1);
    }

    private static int page(String query) {
        return Arrays.stream(query.split("&"))
                .filter(it -> it.startsWith("page="))
                .mapToInt(it -> Integer.parseInt(it.substring("page=".length())))
                .findFirst()
                .orElse(1);
    }

    private String json(String method, String path, String query) {
        int page = query == null ? 1 : page(query);
        return switch (method + " " + path) {
            case "POST /app/installations/1/access_tokens" ->
                "{\"token\":\"training\",\"expires_at\":\"%s\"}"
                        .formatted(Instant.now().plus(1, ChronoUnit.HOURS));
            case "GET /app" ->
                "{\"id\":1,\"slug\":\"flightlog\",\"node_id\":\"A_1\",\"name\":\"Flightlog\",\"owner\":%s}"
                        .formatted(ORGANIZATION);
            case "GET /app/installations" -> "[" + installation() + "]";
            case "GET /app/installations/1" -> installation();
            case "GET /app/hook/deliveries" -> "[]";
            case "GET /orgs/acme" -> ORGANIZATION;
            case "GET /orgs/acme/members" -> query.contains("role=admin") ? people(page, 1) : people(page, PEOPLE);
            case "GET /orgs/acme/teams" -> list(1, TEAMS, TrainingGitHub::team);
            case "GET /orgs/acme/copilot/billing" -> billing();
            case "GET /orgs/acme/copilot/billing/seats" ->
                "{\"total_seats\":%d,\"seats\":%s}"
                        .formatted(PEOPLE, list(from(page), Math.min(PEOPLE, page * PAGE), this::seat));
            case "GET /repos/acme/copilot-governance", "GET /repositories/7" -> repository();
            case "GET /repos/acme/copilot-governance/issues",
                    "GET /repos/acme/copilot-governance/pulls",
                    "GET /repos/acme/copilot-governance/branches" -> "[]";
            case "POST /repos/acme/copilot-governance/issues", "GET /repos/acme/copilot-governance/issues/1" -> issue();
            case "POST /repos/acme/copilot-governance/labels" ->
                "{\"id\":1,\"name\":\"copilot-usage\",\"color\":\"ededed\"}";
            default -> other(path, query, page);
        };
    }

    private String other(String path, String query, int page) {
        if (path.startsWith("/orgs/acme/teams/") && path.endsWith("/members")) {
            return people(page, 2 * PEOPLE / TEAMS);
        }
        String reports = "/orgs/acme/copilot/metrics/reports/";
        if (path.startsWith(reports + "users-28-day")) {
            return ("{\"report_start_day\":\"%s\",\"report_end_day\":\"%s\",\"download_links\":[\"%s/files/users\"]}")
                    .formatted(lastDay.minusDays(TrainingReports.DAYS - 1), lastDay, url);
        }
        if (path.startsWith(reports + "user-teams-1-day")) {
            return "{\"report_day\":\"%s\",\"download_links\":[\"%s/files/teams\"]}"
                    .formatted(query.substring("day=".length()), url);
        }
        return null;
    }

    private static int from(int page) {
        return (page - 1) * PAGE + 1;
    }

    private static String people(int page, int people) {
        return list(from(page), Math.min(people, page * PAGE), TrainingGitHub::person);
    }

    private static String list(int from, int to, java.util.function.IntFunction<String> shape) {
        return IntStream.rangeClosed(from, to).mapToObj(shape).collect(Collectors.joining(",", "[", "]"));
    }

    private static String person(int id) {
        return "{\"id\":%d,\"node_id\":\"U_%d\",\"login\":\"person-%d\",\"type\":\"User\",\"site_admin\":false}"
                .formatted(id, id, id);
    }

    private static String team(int id) {
        return ("{\"id\":%d,\"node_id\":\"T_%d\",\"name\":\"Team %d\",\"slug\":\"team-%d\",\"description\":\"\","
                        + "\"privacy\":\"closed\",\"permission\":\"pull\",\"parent\":null}")
                .formatted(id, id, id, id);
    }

    private String seat(int id) {
        return """
            {"created_at":"2025-08-03T18:00:00-06:00","updated_at":"2025-09-23T15:00:00-06:00",\
            "pending_cancellation_date":null,"last_activity_at":"%sT13:00:00Z",\
            "last_activity_editor":"vscode/1.139.1/copilot/1.86.82","last_authenticated_at":"%sT03:14:00Z",\
            "plan_type":"business","assignee":%s,"assigning_team":null}\
            """.formatted(lastDay, lastDay, person(id));
    }

    private static String billing() {
        return """
            {"seat_breakdown":{"total":%d,"added_this_cycle":9,"pending_invitation":0,"pending_cancellation":0,\
            "active_this_cycle":12,"inactive_this_cycle":11},"seat_management_setting":"assign_selected",\
            "public_code_suggestions":"block","ide_chat":"enabled","platform_chat":"enabled","cli":"enabled",\
            "plan_type":"business"}\
            """.formatted(PEOPLE);
    }

    static String installation() {
        return """
            {"id":1,"account":%s,"app_id":1,"app_slug":"flightlog","target_id":1,"target_type":"Organization",\
            "repository_selection":"selected","events":[],"suspended_at":null,"permissions":{"members":"read",\
            "organization_copilot_metrics":"read","organization_copilot_seat_management":"read","issues":"write"}}\
            """.formatted(ORGANIZATION);
    }

    private String repository() {
        return """
            {"id":7,"node_id":"R_7","name":"copilot-governance","full_name":"acme/copilot-governance","private":true,\
            "visibility":"private","owner":%s,"default_branch":"main","has_issues":true,"archived":false,\
            "url":"%s/repos/acme/copilot-governance"}\
            """.formatted(ORGANIZATION, url);
    }

    private String issue() {
        return """
            {"id":70,"node_id":"I_70","number":1,"title":"","state":"open","labels":[],"assignees":[],"user":%s,\
            "url":"%s/repos/acme/copilot-governance/issues/1"}\
            """.formatted(person(1), url);
    }
}

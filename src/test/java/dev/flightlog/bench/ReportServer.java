package dev.flightlog.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Serves the seeded organization on loopback: the report endpoints with links to a {@link FileHost}, and the seats. */
final class ReportServer implements AutoCloseable {
    private static final String REPORTS = "/orgs/acme/copilot/metrics/reports/";
    static final String BILLING = "/orgs/acme/copilot/billing";
    static final int PAGE = 100;

    private final HttpServer server;
    private final FileHost files;
    private final SeededOrganization organization;
    private final int parts;
    /** Made before anything is measured. */
    private final List<byte[]> seats;

    ReportServer(Path directory, SeededOrganization organization, int parts) throws IOException {
        this.files = new FileHost(directory);
        this.organization = organization;
        this.parts = parts;
        this.seats = IntStream.iterate(0, first -> first < organization.people(), first -> first + PAGE)
                .mapToObj(first -> SeededSeats.page(organization, first, PAGE).getBytes(StandardCharsets.US_ASCII))
                .toList();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(REPORTS, this::links);
        server.createContext(BILLING, this::billing);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where the files are: another host, as with GitHub. */
    String filesUrl() {
        return files.url();
    }

    private void links(HttpExchange exchange) throws IOException {
        String kind = exchange.getRequestURI().getPath().substring(REPORTS.length());
        String query = exchange.getRequestURI().getQuery();
        String body = kind.startsWith("users-28-day")
                ? "{\"report_start_day\":\"" + organization.firstDay() + "\",\"report_end_day\":\""
                        + organization.lastDay() + "\",\"download_links\":["
                        + IntStream.range(0, parts)
                                .mapToObj(part -> link("users-28-day-" + part))
                                .collect(Collectors.joining(","))
                        + "]}"
                : teamLinks(LocalDate.parse(query.substring("day=".length())));
        send(exchange, body.getBytes(StandardCharsets.US_ASCII));
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** The plan, and the seats page by page. */
    private void billing(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(BILLING + "/seats")) {
            send(exchange, SeededSeats.plan(organization).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        Matcher asked = Pattern.compile("(?:^|&)page=([0-9]+)")
                .matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        int page = asked.find() ? Integer.parseInt(asked.group(1)) : 1;
        if (page * PAGE < organization.people()) {
            String next = url() + BILLING + "/seats?per_page=" + PAGE + "&page=" + (page + 1);
            exchange.getResponseHeaders().add("Link", "<" + next + ">; rel=\"next\"");
        }
        send(exchange, seats.get(page - 1));
    }

    private String teamLinks(LocalDate day) {
        return "{\"report_day\":\"" + day + "\",\"download_links\":[" + link("user-teams-1-day-" + day) + "]}";
    }

    private String link(String name) {
        return "\"" + filesUrl() + "/" + name + ".json\"";
    }

    @Override
    public void close() {
        server.stop(0);
        files.close();
    }
}

package dev.flightlog.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Serves the seeded files on loopback: the report endpoints, the files behind their links, and the seats. */
final class ReportServer implements AutoCloseable {
    private static final String REPORTS = "/orgs/acme/copilot/metrics/reports/";
    private static final String FILES = "/files/";
    static final String BILLING = "/orgs/acme/copilot/billing";
    static final int PAGE = 100;

    private final HttpServer server;
    private final Path directory;
    private final SeededOrganization organization;
    private final int parts;
    /** Made before anything is measured. */
    private final List<byte[]> seats;

    ReportServer(Path directory, SeededOrganization organization, int parts) throws IOException {
        this.directory = directory;
        this.organization = organization;
        this.parts = parts;
        this.seats = IntStream.iterate(0, first -> first < organization.people(), first -> first + PAGE)
                .mapToObj(first -> SeededSeats.page(organization, first, PAGE).getBytes(StandardCharsets.US_ASCII))
                .toList();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(REPORTS, this::links);
        server.createContext(FILES, this::file);
        server.createContext(BILLING, this::billing);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
        return "\"" + url() + FILES + name + ".json\"";
    }

    private void file(HttpExchange exchange) throws IOException {
        Path file = directory.resolve(exchange.getRequestURI().getPath().substring(FILES.length()));
        try (FileChannel channel = FileChannel.open(file);
                OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(200, channel.size());
            Channels.newInputStream(channel).transferTo(out);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.flightlog.fake;

import com.sun.net.httpserver.HttpExchange;
import dev.flightlog.fake.model.ReportFiles;
import dev.flightlog.fake.model.ReportKind;
import dev.flightlog.fake.model.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The second host, which serves report files by signed links that expire (github.md: Reports). */
final class ReportHost {
    private static final Duration LINK_LIFE = Duration.ofHours(1);
    private static final String SECRET = "signs report links";

    /** A part file behind a link. */
    private record Part(ReportFiles files, int number) {}

    private final World world;
    private final Faults faults;
    private final Recorder recorder;
    private final Wire wire;
    private final String url;
    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    ReportHost(World world, Faults faults, Recorder recorder, Wire wire, String url) {
        this.world = world;
        this.faults = faults;
        this.recorder = recorder;
        this.wire = wire;
        this.url = url;
    }

    /** A signed link to each part file. */
    List<String> links(ReportKind kind, ReportFiles files) {
        List<String> links = new ArrayList<>();
        Instant expires = world.now().plus(LINK_LIFE);
        for (int number = 0; number < files.parts(); number++) {
            String path = "/%s/%d/part-%05d.json".formatted(kind.path(), world.nextId(), number);
            parts.put(path, new Part(files, number));
            links.add(url + path + "?st=" + world.now() + "&se=" + expires + "&sp=r&sig="
                    + Signatures.hex(SECRET, path + expires));
        }
        return links;
    }

    void handle(HttpExchange exchange) throws IOException {
        Received received = Received.of(exchange);
        wire.travel();
        Fault fault = faults.take(received.method(), received.path()).orElse(null);
        switch (fault) {
            case Fault.Status status -> text(exchange, received, status.status(), status.message());
            case Fault.Redirect redirect -> redirect(exchange, received, redirect);
            case Fault.Stall stall -> wire.send(exchange, 504, new byte[0], stall);
            case Fault.LostAnswer lost -> wire.send(exchange, 504, new byte[0], lost);
            case Fault.GraphQlErrors _, Fault.ResetMidBody _, Fault.TruncatedLine _, Fault.Slow _, Fault.Meanwhile _ ->
                serve(exchange, received, fault);
            case null -> serve(exchange, received, null);
        }
    }

    private void serve(HttpExchange exchange, Received received, @Nullable Fault fault) throws IOException {
        Part part = parts.get(received.path());
        if (received.header("authorization") != null) {
            recorder.violation(received.path() + ": Authorization sent to the report host");
            text(exchange, received, 400, "InvalidAuthenticationInfo");
        } else if (part == null) {
            recorder.violation(received.path() + ": no such report file");
            text(exchange, received, 404, "BlobNotFound");
        } else if (!signed(received)) {
            recorder.violation(received.path() + ": wrong signature of the link");
            text(exchange, received, 403, "AuthenticationFailed");
        } else if (!Instant.parse(received.query().getOrDefault("se", "")).isAfter(world.now())) {
            text(exchange, received, 403, "AuthenticationFailed: the link has expired");
        } else {
            stream(exchange, received, part, fault);
        }
    }

    private static boolean signed(Received received) {
        String expected =
                Signatures.hex(SECRET, received.path() + received.query().get("se"));
        return expected.equals(received.query().get("sig"));
    }

    private void stream(HttpExchange exchange, Received received, Part part, @Nullable Fault fault) throws IOException {
        record(received, 200);
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        boolean reset = fault instanceof Fault.ResetMidBody;
        exchange.sendResponseHeaders(200, reset ? Integer.MAX_VALUE : 0);
        OutputStream body = exchange.getResponseBody();
        try {
            OutputStream out = new BufferedOutputStream(new FaultyStream(body, fault, wire), 1 << 16);
            part.files().writer().write(part.number(), out);
            out.flush();
            body.close();
        } catch (FaultyStream.Enough enough) {
            if (!reset) {
                body.close();
            }
        } finally {
            exchange.close();
        }
    }

    private void redirect(HttpExchange exchange, Received received, Fault.Redirect fault) throws IOException {
        record(received, 302);
        wire.redirect(exchange, fault.to().toString());
    }

    private void text(HttpExchange exchange, Received received, int status, String text) throws IOException {
        record(received, status);
        String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + text + "</Code></Error>";
        wire.sendText(exchange, status, new String(xml.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private void record(Received received, int status) {
        Caller caller =
                received.header("authorization") == null ? new Caller.Nobody() : new Caller.Unknown("sent here");
        recorder.request(received.record("report", status, caller, world.now()));
    }
}

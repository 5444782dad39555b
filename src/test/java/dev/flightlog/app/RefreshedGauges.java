package dev.flightlog.app;

import dev.flightlog.support.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What Prometheus would scrape right after the gauges were counted, for tests that do not wait for the schedule. */
public final class RefreshedGauges {
    private RefreshedGauges() {}

    /** Reads what is counted every 15 seconds, as the schedule does. */
    public static void count(TestApplication app) {
        app.bean(Gauges.class).refresh();
    }

    /** The text of {@code /prometheus}. */
    public static String scrape(TestApplication app) {
        app.bean(Gauges.class).refresh();
        app.bean(BudgetGauges.class).refresh();
        app.bean(DigestGauges.class).refresh();
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(app.url("/prometheus")).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

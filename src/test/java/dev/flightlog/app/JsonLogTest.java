package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One line, one object, the fields that a search is made for. */
class JsonLogTest {
    private final LoggerContext context = new LoggerContext();
    private final JsonLog log = new JsonLog();

    @Test
    void writesTheFieldsThatPeopleSearchFor() throws IOException {
        JsonNode line =
                line("seats of \"acme\"\nare read", Map.of("delivery", "d-1", "org", "acme", "job", "seats"), null);

        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly("timestamp", "level", "logger", "message", "delivery", "job", "org");
        assertThat(line.path("timestamp").asText()).isEqualTo("2026-11-18T09:00:00.123Z");
        assertThat(line.path("level").asText()).isEqualTo("WARN");
        assertThat(line.path("logger").asText()).isEqualTo("dev.flightlog.Test");
        assertThat(line.path("message").asText()).isEqualTo("seats of \"acme\"\nare read");
        assertThat(line.path("org").asText()).isEqualTo("acme");
    }

    @Test
    void writesAnErrorIntoTheSameLine() throws IOException {
        JsonNode line = line("it broke", Map.of(), new IllegalStateException("no row"));

        assertThat(line.path("error").asText())
                .startsWith("java.lang.IllegalStateException: no row")
                .contains("JsonLogTest");
    }

    private JsonNode line(String message, Map<String, String> fields, @Nullable Throwable error) throws IOException {
        LoggingEvent event =
                new LoggingEvent("", context.getLogger("dev.flightlog.Test"), Level.WARN, message, error, null);
        event.setInstant(Instant.parse("2026-11-18T09:00:00.123Z"));
        event.setMDCPropertyMap(fields);
        log.start();
        String written = new String(log.encode(event), StandardCharsets.UTF_8);

        assertThat(written).endsWith("}\n").containsOnlyOnce("\n");
        return new ObjectMapper().readTree(written);
    }
}

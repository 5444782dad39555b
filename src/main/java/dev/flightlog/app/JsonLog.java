package dev.flightlog.app;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the log as one JSON object a line: timestamp, level, logger, message, and where they apply delivery, org, job
 * and error.
 */
public final class JsonLog extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = new byte[0];

    private final JsonFactory json = new JsonFactory();
    private final ThrowableProxyConverter stackTrace = new ThrowableProxyConverter();

    @Override
    public void start() {
        stackTrace.start();
        super.start();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        try (JsonGenerator object = json.createGenerator(line)) {
            write(event, object);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private void write(ILoggingEvent event, JsonGenerator object) throws IOException {
        object.writeStartObject();
        object.writeStringField("timestamp", event.getInstant().toString());
        object.writeStringField("level", event.getLevel().toString());
        object.writeStringField("logger", event.getLoggerName());
        object.writeStringField("message", event.getFormattedMessage());
        for (Map.Entry<String, String> field : new TreeMap<>(event.getMDCPropertyMap()).entrySet()) {
            object.writeStringField(field.getKey(), field.getValue());
        }
        if (event.getThrowableProxy() != null) {
            object.writeStringField("error", stackTrace.convert(event).strip());
        }
        object.writeEndObject();
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}

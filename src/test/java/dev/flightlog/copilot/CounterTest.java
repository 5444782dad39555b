package dev.flightlog.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each counter is read from the field that it names. */
class CounterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void eachIsReadFromItsField() throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.put("day", "2026-11-16").put("user_id", 501).put("user_login", "ada");
        for (Counter counter : Counter.values()) {
            if (!counter.field().isEmpty()) {
                put(line, counter.field(), 100L + counter.ordinal());
            }
        }

        List<Long> counted = counters(line);

        for (Counter counter : Counter.values()) {
            assertThat(counted.get(counter.ordinal()))
                    .as(counter.column())
                    .isEqualTo(counter.field().isEmpty() ? 0 : 100L + counter.ordinal());
        }
    }

    private static void put(ObjectNode line, String path, long value) {
        ObjectNode object = line;
        String[] names = path.split("\\.");
        for (int index = 0; index < names.length - 1; index++) {
            object = object.withObject("/" + names[index]);
        }
        object.put(names[names.length - 1], value);
    }

    private static List<Long> counters(ObjectNode line) throws IOException {
        List<Long> counters = new ArrayList<>();
        UserDayReader reader = new UserDayReader(new NameTable(), new UnknownFields(), row -> {
            for (long count : row.counters) {
                counters.add(count);
            }
        });
        try (JsonParser parser = new JsonFactory().createParser(JSON.writeValueAsBytes(line))) {
            parser.nextToken();
            reader.read(parser);
        }
        return counters;
    }
}

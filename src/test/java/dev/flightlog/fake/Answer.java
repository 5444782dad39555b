package dev.flightlog.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer of the API: status, headers beside the usual ones, and a body that becomes JSON. */
public record Answer(
        int status, Map<String, String> headers, @Nullable Object body) {
    static final Answer NO_CONTENT = new Answer(204, Map.of(), null);

    static Answer ok(Object body) {
        return new Answer(200, Map.of(), body);
    }

    static Answer created(Object body) {
        return new Answer(201, Map.of(), body);
    }

    static Answer status(int status) {
        return new Answer(status, Map.of(), null);
    }

    /** An error as GitHub writes it. */
    static Answer message(int status, String message) {
        return new Answer(
                status,
                Map.of(),
                Json.object(
                        "message",
                        message,
                        "documentation_url",
                        "https://docs.github.com/rest",
                        "status",
                        Integer.toString(status)));
    }

    static Answer validationFailed(String resource, String field, String code, String message) {
        return new Answer(
                422,
                Map.of(),
                Json.object(
                        "message", "Validation Failed",
                        "errors",
                                List.of(Json.object(
                                        "resource", resource, "field", field, "code", code, "message", message)),
                        "documentation_url", "https://docs.github.com/rest",
                        "status", "422"));
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}

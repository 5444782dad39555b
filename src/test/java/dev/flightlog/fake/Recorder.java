package dev.flightlog.fake;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what was asked and what was asked wrongly. */
final class Recorder {
    private final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    void request(RecordedRequest request) {
        requests.add(request);
    }

    void violation(String text) {
        violations.add(text);
    }

    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    void clear() {
        requests.clear();
        violations.clear();
    }
}

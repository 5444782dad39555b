package dev.flightlog.database;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which causes of an outage of Postgres were said already, so that a log says each once. For several threads. */
public final class OutageCauses {
    /** An outage has a few causes, one after the other; more are variants of them. */
    private static final int MOST = 10;

    private final Set<String> said = new HashSet<>();

    /** The cause in the driver's or Postgres' own words, without any password; empty when it was said already. */
    public synchronized Optional<String> unsaid(DatabaseException refused) {
        String sentence = ConnectionFault.sentence(refused);
        // Times and numbers of connections differ from one refusal to the next.
        String cause = sentence.replaceAll("\\d+", "0");
        return said.size() < MOST && said.add(cause) ? Optional.of(sentence) : Optional.empty();
    }

    /** Postgres answers. True when a cause was said since it last did. */
    public synchronized boolean over() {
        boolean any = !said.isEmpty();
        said.clear();
        return any;
    }
}

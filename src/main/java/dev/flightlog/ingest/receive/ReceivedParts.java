package dev.flightlog.ingest.receive;

import dev.flightlog.copilot.ReadRows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All parts of a report, downloaded. Closing forgets the temporary files. */
public final class ReceivedParts implements PartSource, AutoCloseable {
    private final List<PartFile> parts = new ArrayList<>();
    private ReadRows read = ReadRows.NONE;

    public void add(PartFile part, ReadRows rows) {
        parts.add(part);
        read = read.and(rows);
    }

    public List<PartFile> files() {
        return parts;
    }

    /** Rows that were taken, and left out. */
    public ReadRows read() {
        return read;
    }

    public long bytes() {
        return parts.stream().mapToLong(PartFile::bytes).sum();
    }

    /** The digest of the report: over the parts' digests, in whatever order GitHub names the parts. */
    public String digest() {
        String digests =
                String.join("\n", parts.stream().map(PartFile::sha256).sorted().toList());
        return Sha256.hex(Sha256.start().digest(digests.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public int parts() {
        return parts.size();
    }

    @Override
    public InputStream open(int part) throws IOException {
        return parts.get(part).open();
    }

    @Override
    public void close() {
        parts.forEach(part -> part.file().close());
    }
}

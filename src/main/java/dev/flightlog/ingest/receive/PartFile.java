package dev.flightlog.ingest.receive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.flightlog.ingest.stage.ScratchFile;
import java.io.IOException;
import java.io.InputStream;

/**
 * A part that was downloaded: compressed, in a temporary file.
 *
 * @param bytes its size as sent
 * @param sha256 its digest as sent, in hexadecimal
 */
public record PartFile(ScratchFile file, long bytes, String sha256) {
    public InputStream compressed() {
        return file.input();
    }

    InputStream open() throws IOException {
        return new ZstdInputStreamNoFinalizer(compressed());
    }
}

package dev.flightlog.ingest.receive;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import dev.flightlog.copilot.ReadRows;
import dev.flightlog.copilot.ReportReader;
import dev.flightlog.copilot.RowReader;
import dev.flightlog.ingest.stage.ScratchFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Downloads parts: this thread reads, digests and compresses into a temporary file, another one parses the same bytes.
 * Memory is a few buffers, however large a part is.
 */
public final class PartReceiver {
    /** Quick: the archive is read rarely and network and disk wait for the processor here. */
    private static final int COMPRESSION = 1;

    private PartReceiver() {}

    /**
     * @throws dev.flightlog.copilot.InvalidReportException for a file that is no report
     * @throws IOException when the bytes cannot be kept on this machine; nothing is left behind
     */
    public static ReceivedParts receive(PartSource source, RowReader reader) throws IOException {
        ReceivedParts received = new ReceivedParts();
        try {
            for (int part = 0; part < source.parts(); part++) {
                try (InputStream content = source.open(part)) {
                    receive(content, reader, received);
                }
            }
            return received;
        } catch (IOException | RuntimeException broken) {
            received.close();
            throw broken;
        }
    }

    private static void receive(InputStream content, RowReader reader, ReceivedParts received) throws IOException {
        ScratchFile file = ScratchFile.create();
        BytePipe pipe = new BytePipe();
        FutureTask<ReadRows> parsing = new FutureTask<>(() -> parse(pipe, reader));
        Thread.ofPlatform().name("report-parser").daemon().start(parsing);
        try {
            PartFile part = save(content, file, pipe);
            received.add(part, rows(parsing));
        } catch (IOException | RuntimeException broken) {
            stop(pipe, parsing);
            file.close();
            throw broken;
        }
    }

    private static ReadRows parse(BytePipe pipe, RowReader reader) throws IOException {
        try {
            return ReportReader.read(pipe, reader);
        } finally {
            pipe.abandon();
        }
    }

    private static PartFile save(InputStream content, ScratchFile file, BytePipe pipe) throws IOException {
        MessageDigest digest = Sha256.start();
        long bytes = 0;
        try (OutputStream zstd = new ZstdOutputStreamNoFinalizer(file.output(), COMPRESSION)) {
            BytePipe.Piece piece = pipe.take();
            while (piece != null && fill(piece, content) > 0) {
                int length = piece.length;
                byte[] filled = piece.bytes;
                digest.update(filled, 0, length);
                zstd.write(filled, 0, length);
                bytes += length;
                pipe.put(piece);
                piece = pipe.take();
            }
        }
        pipe.finish();
        return new PartFile(file, bytes, Sha256.hex(digest.digest()));
    }

    private static int fill(BytePipe.Piece piece, InputStream content) throws IOException {
        piece.length = content.readNBytes(piece.bytes, 0, piece.bytes.length);
        return piece.length;
    }

    private static ReadRows rows(FutureTask<ReadRows> parsing) throws IOException {
        try {
            return parsing.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException broken -> throw broken;
                case RuntimeException invalid -> throw invalid;
                case null, default -> throw new IllegalStateException("parsing failed", failed);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("stopped while reading a report");
        }
    }

    /** The parser must be gone before what it writes to is closed. */
    private static void stop(BytePipe pipe, FutureTask<ReadRows> parsing) throws IOException {
        if (!parsing.isDone()) {
            pipe.fail();
            try {
                parsing.get();
            } catch (ExecutionException expected) {
                // The pipe already reported that the download broke off.
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

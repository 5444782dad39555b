package dev.flightlog.webhook;

import com.github.luben.zstd.Zstd;

/**
 * How a body is stored: a small one, as nearly all are, compressed, which costs a fraction of what Postgres needs for
 * putting it out of line and compressing it itself. JSON starts with a brace, zstd's own magic number does not.
 */
final class StoredPayload {
    private static final int LEVEL = 1;
    static final int MAX_COMPRESSED = 1 << 16;
    private static final byte MAGIC = 0x28;

    private StoredPayload() {}

    static byte[] of(byte[] payload) {
        return payload.length <= MAX_COMPRESSED ? Zstd.compress(payload, LEVEL) : payload;
    }

    static byte[] read(byte[] stored) {
        return stored.length > 0 && stored[0] == MAGIC
                ? Zstd.decompress(stored, Math.toIntExact(Zstd.getFrameContentSize(stored)))
                : stored;
    }
}

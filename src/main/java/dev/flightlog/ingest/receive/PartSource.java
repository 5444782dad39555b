package dev.flightlog.ingest.receive;

import java.io.IOException;
import java.io.InputStream;

/** The part files of one report, wherever they are. */
public interface PartSource {
    /** How many; they are numbered from 0. */
    int parts();

    /** Opens a part, uncompressed; the caller closes it. */
    InputStream open(int part) throws IOException;
}

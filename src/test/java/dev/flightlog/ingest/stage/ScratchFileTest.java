package dev.flightlog.ingest.stage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** A full disk is said with its place and its remedy. */
class ScratchFileTest {
    @Test
    void aFullDiskIsSaidWithItsPathAndItsSetting() throws IOException {
        // Linux refuses what is written here as a full disk does.
        try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
            ScratchFile file = new ScratchFile(full);

            assertThatThrownBy(() -> file.output().write(new byte[10]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(
                            System.getProperty("java.io.tmpdir"), "No space left on device", "tmp.sizeLimit");
        }
    }
}

package dev.flightlog.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundedDownloadTest {
    private static final InputStream ENDLESS = new InputStream() {
        @Override
        public int read() {
            return 'x';
        }
    };

    @Test
    void aFileThatIsShortEnoughIsReadWhole() throws IOException {
        assertThat(bounded(new ByteArrayInputStream(new byte[100]), 100, Duration.ofMinutes(1))
                        .readAllBytes())
                .hasSize(100);
    }

    @Test
    void aFileWithoutAnEndIsLeft() {
        assertThatThrownBy(
                        () -> bounded(ENDLESS, 100_000, Duration.ofMinutes(1)).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than it may be");
    }

    @Test
    void aFileThatNeverComesToItsEndIsLeft() {
        assertThatThrownBy(() ->
                        bounded(ENDLESS, Long.MAX_VALUE, Duration.ofMillis(50)).readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("takes longer than it may");
    }

    private static InputStream bounded(InputStream content, long maxBytes, Duration maxTime) {
        return new BoundedDownload(content, maxBytes, maxTime);
    }
}

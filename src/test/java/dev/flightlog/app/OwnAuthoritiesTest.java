package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of certificates that cannot be used is one line that names the variable. */
class OwnAuthoritiesTest {
    @TempDir
    private Path directory;

    @Test
    void namesTheFileThatIsNotThere() {
        assertThat(OwnAuthorities.problem(directory.resolve("none.crt").toString()))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("FLIGHTLOG_CA_FILE cannot be read")
                        .contains("none.crt"));
    }

    @Test
    void refusesWhatHoldsNoCertificate() throws IOException {
        Path junk = Files.writeString(directory.resolve("junk.crt"), "junk");

        assertThat(OwnAuthorities.problem(junk.toString()))
                .hasValueSatisfying(line -> assertThat(line).startsWith("FLIGHTLOG_CA_FILE "));
    }

    @Test
    void nothingIsNoProblem() {
        assertThat(OwnAuthorities.problem(null)).isEmpty();
        assertThat(OwnAuthorities.problem(" ")).isEmpty();
    }
}

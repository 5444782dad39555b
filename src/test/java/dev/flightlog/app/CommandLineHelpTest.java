package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks what there is gets an answer, and starts no server. */
class CommandLineHelpTest {
    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpNamesEveryCommand(String word) {
        String help = CommandLineHelp.of(new String[] {word}).orElseThrow();

        for (OperatorCommand.Name name : OperatorCommand.Name.values()) {
            assertThat(help).contains(name.usage()).contains(name.does());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "version"})
    void versionIsOneLine(String word) {
        assertThat(CommandLineHelp.of(new String[] {word}).orElseThrow())
                .startsWith("flightlog ")
                .doesNotContain("\n");
    }

    @Test
    void optionsAreHeardBehindACommandToo() {
        assertThat(CommandLineHelp.of(new String[] {"dead-jobs", "--help"})).isPresent();
        assertThat(CommandLineHelp.of(new String[] {"replay-jobs", "help"}))
                .as("a job may be called so")
                .isEmpty();
        assertThat(CommandLineHelp.of(new String[0])).isEmpty();
    }
}

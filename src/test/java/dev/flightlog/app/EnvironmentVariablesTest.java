package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets reach the application letter by letter, whatever they look like. */
class EnvironmentVariablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "p${HOME}x",
                "p${nothere}x",
                "wh${a:b}secret",
                "${",
                "$${x}",
                "}${`",
                "a:`b`${c:`d`}",
                "#{1+1}",
                "${FLIGHTLOG_DATABASE_PASSWORD}",
                "{cipher}${HOME"
            })
    void takesASecretLetterByLetter(String secret) {
        Environment environment = start(Map.of(
                "FLIGHTLOG_DATABASE_PASSWORD", secret,
                "FLIGHTLOG_GITHUB_WEBHOOK_SECRET", secret,
                "HOME", "replaced"));

        assertThat(environment.getProperty("datasources.default.password", String.class))
                .contains(secret);
        assertThat(environment.getProperty("flightlog.github.webhook-secret", String.class))
                .contains(secret);
    }

    /** The JVM itself replaces what it cannot read, so this starts one in the locale of a container. */
    @Test
    void namesAValueWhoseLettersTheLocaleLoses() throws Exception {
        assertThat(unreadableIn("C"))
                .isEqualTo(
                        "[FLIGHTLOG_DATABASE_PASSWORD holds letters that cannot be read in the locale of this process:"
                                + " start it with LC_ALL=C.UTF-8]");
        assertThat(unreadableIn("C.UTF-8")).isEqualTo("[]");
    }

    /** What a process of that locale says of its environment. */
    public static void main(String[] arguments) {
        System.out.println(EnvironmentVariables.unreadable(System.getenv()));
    }

    private static String unreadableIn(String locale) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A shell writes the bytes, because this JVM may be unable to.
        ProcessBuilder shell = new ProcessBuilder(
                "sh",
                "-c",
                "FLIGHTLOG_DATABASE_PASSWORD=$(printf 'p\\303\\244ss') OTHER=$(printf '\\303\\244') exec \"$@\"",
                "sh",
                java,
                "-cp",
                System.getProperty("java.class.path"),
                EnvironmentVariablesTest.class.getName());
        shell.environment().put("LC_ALL", locale);
        Process process = shell.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    @Test
    void stripsWhiteSpaceAroundOurValuesOnly() {
        Environment environment = start(Map.of("FLIGHTLOG_DATABASE_PASSWORD", " \tse cret\r\n", "OTHER_VALUE", " x "));

        assertThat(environment.getProperty("datasources.default.password", String.class))
                .contains("se cret");
        assertThat(start(Map.of("MICRONAUT_SERVER_PORT", "18280 ")).getProperty("micronaut.server.port", String.class))
                .contains("18280");
        assertThat(environment.getProperty("other.value", String.class)).contains(" x ");
    }

    @ParameterizedTest
    @CsvSource({
        "18280, , http://localhost:18280",
        "18280, https://flightlog.example.com, https://flightlog.example.com",
        "eighty, , ",
    })
    void linksLeadToTheServersOwnPortWhereNobodySaysMore(String port, String publicUrl, String expected) {
        Environment environment = start(
                Map.of("MICRONAUT_SERVER_PORT", port, "FLIGHTLOG_PUBLIC_URL", publicUrl == null ? "" : publicUrl));

        assertThat(environment.getProperty("flightlog.public-url", String.class).filter(url -> !url.isEmpty()))
                .isEqualTo(Optional.ofNullable(expected));
    }

    private static Environment start(Map<String, String> variables) {
        return ApplicationContext.builder()
                .environmentPropertySource(false)
                .propertySources(EnvironmentVariables.of(variables))
                .build()
                .getEnvironment()
                .start();
    }
}

package dev.flightlog.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPayloadTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        payload=%7B%22a%22%3A+1%7D | {"a": 1}
        x=1&payload=a%2Bb&payload=second | a+b
        payloadx=no&xpayload=no&payload=yes&z | yes
        payload&payload=late | late
        """)
    void readsTheFirstFieldOfThatName(String form, String value) throws IOException {
        assertThat(decoded(form)).isEqualTo(value);
    }

    @Test
    void readsLettersOutsideOfAscii() throws IOException {
        assertThat(decoded("payload=cr%C3%A9%C3%A9")).isEqualTo("créé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "payload", "pay=load", "payload=%", "payload=%4", "payload=%zz", "payload=%4&"})
    void refusesWhatHoldsNoPayload(String form) {
        assertThatIllegalArgumentException().isThrownBy(() -> decoded(form)).withMessageContaining("form");
    }

    private static String decoded(String form) throws IOException {
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        FormPayload.decode(new ByteArrayInputStream(form.getBytes(StandardCharsets.US_ASCII)), value);
        return value.toString(StandardCharsets.UTF_8);
    }
}

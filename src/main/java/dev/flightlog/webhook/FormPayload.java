package dev.flightlog.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reads the field {@code payload} of a form byte by byte, in constant memory. */
final class FormPayload {
    private static final byte[] NAME = "payload".getBytes(StandardCharsets.US_ASCII);

    private FormPayload() {}

    /**
     * Writes the decoded value of the first field {@code payload}.
     *
     * @throws IllegalArgumentException if the form has no such field or its escapes are broken
     */
    static void decode(InputStream form, OutputStream value) throws IOException {
        while (true) {
            int matched = 0;
            int next = form.read();
            while (next >= 0 && next != '=' && next != '&') {
                matched = matched >= 0 && matched < NAME.length && next == NAME[matched] ? matched + 1 : -1;
                next = form.read();
            }
            if (next == '=' && matched == NAME.length) {
                copy(form, value);
                return;
            }
            while (next >= 0 && next != '&') {
                next = form.read();
            }
            if (next < 0) {
                throw new IllegalArgumentException("the form has no field payload");
            }
        }
    }

    private static void copy(InputStream form, OutputStream value) throws IOException {
        for (int next = form.read(); next >= 0 && next != '&'; next = form.read()) {
            switch (next) {
                case '+' -> value.write(' ');
                case '%' -> value.write(hex(form.read()) << 4 | hex(form.read()));
                default -> value.write(next);
            }
        }
    }

    private static int hex(int digit) {
        int value = digit < 0 ? -1 : Character.digit(digit, 16);
        if (value < 0) {
            throw new IllegalArgumentException("an escape of the form is broken");
        }
        return value;
    }
}

package dev.flightlog.policy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Makes readable text of a file's bytes and reports what no editor shows; what is wrong is replaced, so reading goes
 * on.
 */
final class PolicyText {
    private static final Pattern TAB_IN_INDENT = Pattern.compile("(?m)^ *\\t[ \\t]*");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\uFEFF\\uFFFE\\uFFFF]|\\p{Cs}");

    private PolicyText() {}

    /** UTF-8 with or without a byte order mark. */
    static String decode(byte[] bytes, NodeReading reading) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = utf8.decode(in, out, true);
        if (result.isError()) {
            String before = out.flip().toString();
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = before.length() - before.lastIndexOf('\n');
            reading.error(
                    new Span(line, column, column),
                    "",
                    String.format("byte 0x%02X", bytes[in.position()]),
                    "the file must be UTF-8 text; save it again in that encoding");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static String clean(String text, NodeReading reading) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return withoutTabs(withoutInvisible(withoutMark, reading), reading);
    }

    private static String withoutInvisible(String text, NodeReading reading) {
        return INVISIBLE.matcher(text).replaceAll(found -> {
            if (!reading.full()) {
                String name = String.format("U+%04X", (int) text.charAt(found.start()));
                String message = "a character that cannot be seen (" + name + ") is here; delete it";
                reading.error(spanOf(text, found.start(), 1), "", name, message);
            }
            return " ";
        });
    }

    private static String withoutTabs(String text, NodeReading reading) {
        return TAB_IN_INDENT.matcher(text).replaceAll(found -> {
            if (!reading.full()) {
                String message = "indentation must be spaces, but is a tab; write two spaces for each level";
                reading.error(spanOf(text, found.start(), found.group().length()), "", "a tab", message);
            }
            return found.group().replace("\t", "  ");
        });
    }

    private static Span spanOf(String text, int start, int length) {
        int line = 1;
        int lineStart = 0;
        for (int at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) {
            line++;
            lineStart = at + 1;
        }
        int column = start - lineStart + 1;
        return new Span(line, column, column + Math.max(0, length - 1));
    }
}

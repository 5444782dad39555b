package dev.flightlog.setup;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page from a template, where {@code {{name}}} is replaced by a value. Every value is escaped; nothing on a page
 * comes from elsewhere, runs, or is kept by a browser.
 *
 * @param refresh seconds until the browser looks again; 0 for never
 * @param formTargets where its form may go, as a content security policy says it
 */
record Page(
        HttpStatus status, String title, String template, Map<String, String> values, int refresh, String formTargets) {
    private static final Pattern FIELD = Pattern.compile("\\{\\{([a-z_]+)}}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Page ok(String title, String template, Map<String, String> values) {
        return new Page(HttpStatus.OK, title, template, values, 0, "'self'");
    }

    /** Says what is wrong and what to do. */
    static Page problem(HttpStatus status, String title, String whatToDo) {
        return new Page(status, title, "problem", Map.of("what_to_do", whatToDo), 0, "'self'");
    }

    /** The same page, looked at again and again. */
    Page refreshed(int seconds) {
        return new Page(status, title, template, values, seconds, formTargets);
    }

    /**
     * The same page with a form to another host, which may send a person on to the sign-in of the company, and back.
     */
    Page postingTo(String origin) {
        return new Page(status, title, template, values, refresh, "'self' " + origin + " https:");
    }

    /** The same page as the answer to a wrong entry. */
    Page badRequest() {
        return new Page(HttpStatus.BAD_REQUEST, title, template, values, refresh, formTargets);
    }

    HttpResponse<String> answer() {
        String nonce = nonce();
        return HttpResponse.<String>status(status)
                .contentType(MediaType.of("text/html;charset=utf-8"))
                .header("Content-Security-Policy", policy(nonce))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Referrer-Policy", "strict-origin")
                .body(html(nonce));
    }

    private String policy(String nonce) {
        return "default-src 'none'; style-src 'nonce-" + nonce + "'; form-action " + formTargets
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    String html(String nonce) {
        return fill(
                read("layout"),
                Map.of(
                        "nonce", escape(nonce),
                        "title", escape(title),
                        "refresh", refresh == 0 ? "" : "<meta http-equiv=\"refresh\" content=\"" + refresh + "\">",
                        "content", content()));
    }

    private String content() {
        Map<String, String> escaped = values.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, value -> escape(value.getValue())));
        return fill(read(template), escaped);
    }

    private static String fill(String template, Map<String, String> values) {
        return FIELD.matcher(template)
                .replaceAll(field -> Matcher.quoteReplacement(Objects.requireNonNull(
                        values.get(field.group(1)), () -> "the template wants " + field.group(1))));
    }

    private static String read(String template) {
        try (InputStream file = Page.class.getResourceAsStream("/templates/" + template + ".html")) {
            return new String(
                    Objects.requireNonNull(file, () -> "no template " + template)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String nonce() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Page[" + status.getCode() + " " + template + "]";
    }
}

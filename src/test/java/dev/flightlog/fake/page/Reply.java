package dev.flightlog.fake.page;

import java.nio.charset.StandardCharsets;

/** What a browser gets: a page, a file, or the way to another page. */
public record Reply(int status, String type, byte[] body, String location) {
    static Reply html(String html) {
        return html(200, html);
    }

    static Reply html(int status, String html) {
        return new Reply(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), "");
    }

    static Reply file(String type, byte[] body) {
        return new Reply(200, type, body, "");
    }

    static Reply seeOther(String location) {
        return new Reply(303, "text/plain", new byte[0], location);
    }
}

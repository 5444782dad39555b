package dev.flightlog.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's browser in front of the pages: keeps cookies, sends Origin, and follows no redirect by itself. */
public final class TestBrowser {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final TestApplication app;
    private final String publicUrl;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param publicUrl what {@code flightlog.public-url} says, without a slash at the end */
    public TestBrowser(TestApplication app, String publicUrl) {
        this.app = app;
        this.publicUrl = publicUrl;
    }

    /** The cookies that the browser has now; a test may change them. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Opens a page of ours. */
    public HttpResponse<String> get(String path) {
        return send(
                HttpRequest.newBuilder(app.url(path)).header("User-Agent", "Mozilla/5.0 (X11; Linux) Firefox/140.0"));
    }

    /** Sends a form from one of our pages, with the token that the page {@code /account} has. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        Matcher csrf = CSRF.matcher(get("/account").body());
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("csrf", csrf.find() ? csrf.group(1) : "");
        return send(HttpRequest.newBuilder(app.url(path))
                .header("Origin", publicUrl)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    /** Begins to sign in and gives GitHub's address. */
    public URI begin(String login) {
        HttpResponse<String> answer = get(login);
        return URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
    }

    /**
     * Authorizes the App on GitHub's page.
     *
     * @param person who; empty says no
     * @return path and query of ours to which GitHub sends the browser back
     */
    public String authorize(URI github, String person) {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(github)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(Map.of("login", person))))
                .build());
        String back = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        if (!back.startsWith(publicUrl + "/")) {
            throw new AssertionError("GitHub sends the browser to " + back);
        }
        return back.substring(publicUrl.length());
    }

    /** Signs in as that person, all the way. */
    public HttpResponse<String> signIn(String person) {
        return get(authorize(begin("/login"), person));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = exchange(request.build());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

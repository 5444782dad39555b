package dev.flightlog.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Makes answers of pages. Nothing on a page comes from another host, runs inline, is kept by a browser, or can be put into a
 * frame.
 */
@Singleton
public class Html {
    /** What a browser may do with a page; its forms lead back here only. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                    + "; connect-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final MediaType TEXT_HTML = MediaType.of("text/html;charset=utf-8");
    private static final int DEFAULT_SIZE = 32_768;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;

    Html(Assets assets) {
        this.assets = assets;
    }

    /** 200 with a page. */
    public HttpResponse<String> ok(Frame frame, Page page) {
        return answer(HttpStatus.OK, frame, page);
    }

    /** A page with any status. */
    public HttpResponse<String> answer(HttpStatus status, Frame frame, Page page) {
        return HttpResponse.<String>status(status)
                .contentType(TEXT_HTML)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Referrer-Policy", "same-origin")
                .body(render(frame, page));
    }

    /** The page's HTML. */
    public String render(Frame frame, Page page) {
        StringOutput output = new StringOutput(DEFAULT_SIZE);
        templates.render(page.template(), Map.of("frame", frame, "assets", assets, "page", page), output);
        return output.toString();
    }
}

package dev.flightlog.web;

import dev.flightlog.web.Assets.Asset;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Hands out style sheet, scripts and icon; they are public, as the software is. */
@Hidden
@Controller("/assets")
@Secured(SecurityRule.IS_ANONYMOUS)
class AssetController {
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    /** Another version than this server's comes from a page of another release: it gets what is here, unkept. */
    @Get("/{version}/{name}")
    HttpResponse<byte[]> asset(String version, String name) {
        Asset asset = assets.named(name);
        if (asset == null) {
            return HttpResponse.notFound();
        }
        MutableHttpResponse<byte[]> answer = HttpResponse.ok(asset.content())
                .contentType(asset.type())
                .header("Cache-Control", asset.version().equals(version) ? FOR_A_YEAR : "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        // An icon that is opened by itself is a document of its own.
        return answer.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}

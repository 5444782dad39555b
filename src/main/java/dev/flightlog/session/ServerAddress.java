package dev.flightlog.session;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/** How browsers reach this server: where GitHub sends them back to, and what their {@code Origin} must be. */
@Singleton
final class ServerAddress {
    private final URI base;

    ServerAddress(@Value("${flightlog.public-url}") String publicUrl) {
        this.base = URI.create(publicUrl.replaceAll("/+$", ""));
    }

    /** Over https cookies are {@code Secure}; plain http is for loopback only. */
    boolean secure() {
        return "https".equals(base.getScheme());
    }

    /** Scheme, host and port, as a browser writes them into {@code Origin}. */
    String origin() {
        String scheme = String.valueOf(base.getScheme());
        boolean usual = base.getPort() == -1
                || (scheme.equals("https") && base.getPort() == 443)
                || (scheme.equals("http") && base.getPort() == 80);
        return scheme + "://" + base.getHost() + (usual ? "" : ":" + base.getPort());
    }

    /** Where GitHub sends people back to after they authorized the App. */
    URI callback() {
        return URI.create(base + "/login/callback");
    }
}

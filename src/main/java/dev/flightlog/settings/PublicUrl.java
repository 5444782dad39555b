package dev.flightlog.settings;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * The address at which people and GitHub reach this server, also behind a proxy: {@code FLIGHTLOG_PUBLIC_URL}. Every
 * link to this server begins with it.
 */
@Singleton
public final class PublicUrl {
    private final URI address;

    public PublicUrl(@Value("${flightlog.public-url}") String address) {
        this.address = URI.create(address.replaceAll("/+$", ""));
    }

    /** Without a slash at its end. */
    public String value() {
        return address.toString();
    }

    /** Over https cookies are {@code Secure}; plain http is for loopback only. */
    public boolean secure() {
        return "https".equals(address.getScheme());
    }

    /** Scheme, host and port, as a browser writes them into {@code Origin}. */
    public String origin() {
        String scheme = String.valueOf(address.getScheme());
        boolean usual = address.getPort() == -1
                || (scheme.equals("https") && address.getPort() == 443)
                || (scheme.equals("http") && address.getPort() == 80);
        return scheme + "://" + address.getHost() + (usual ? "" : ":" + address.getPort());
    }

    /** False for an address that only this machine knows. */
    public boolean reachableForGitHub() {
        String host = String.valueOf(address.getHost());
        return !host.equals("localhost") && !host.startsWith("127.") && !host.equals("[::1]");
    }
}

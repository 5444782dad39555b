package dev.flightlog.github;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why no answer came, for whoever runs the server. Quotes no message of the JDK: some hold a whole signed link. */
public final class NetworkFault {
    private NetworkFault() {}

    /** One clause with the remedy, where there is one. */
    public static String words(String host, Throwable broken) {
        if (has(broken, UnknownHostException.class) || has(broken, UnresolvedAddressException.class)) {
            return host + " has no address here; look at DNS, or set HTTPS_PROXY";
        }
        if (has(broken, GeneralSecurityException.class)) {
            return "the certificate of " + host
                    + " is not trusted; name the file with the CA that signed it in FLIGHTLOG_CA_FILE";
        }
        if (has(broken, SSLException.class)) {
            return host + " takes no encrypted connection";
        }
        if (chain(broken).anyMatch(NetworkFault::isLoginAtProxy)) {
            return "the proxy of HTTPS_PROXY asks for a user and a password, which is not supported: let it allow this"
                    + " server by its address to reach " + host;
        }
        if (chain(broken).anyMatch(NetworkFault::isRefusedByProxy)) {
            return "the proxy of HTTPS_PROXY opens no way to " + host;
        }
        if (has(broken, ConnectException.class) || has(broken, NoRouteToHostException.class)) {
            return host + " cannot be reached; look at the firewall and at HTTPS_PROXY";
        }
        return has(broken, HttpTimeoutException.class)
                        || has(broken, SocketTimeoutException.class)
                        || has(broken, TimeoutException.class)
                ? host + " did not answer in time"
                : "the connection to " + host + " broke off";
    }

    /** True when the connection was there, so that the request may have arrived. */
    public static boolean reached(Throwable broken) {
        return !(has(broken, UnknownHostException.class)
                || has(broken, UnresolvedAddressException.class)
                || has(broken, GeneralSecurityException.class)
                || has(broken, SSLException.class)
                || has(broken, ConnectException.class)
                || has(broken, HttpConnectTimeoutException.class)
                || has(broken, NoRouteToHostException.class)
                || chain(broken).anyMatch(NetworkFault::isLoginAtProxy)
                || chain(broken).anyMatch(NetworkFault::isRefusedByProxy));
    }

    /**
     * What the JDK's client hands over as an answer without a body is the proxy's: no request reached {@code host}.
     * <a href="https://www.rfc-editor.org/rfc/rfc9110#name-407-proxy-authentication-re">RFC 9110</a>
     */
    public static final class ProxyLogin extends IOException {
        private static final long serialVersionUID = 1L;

        public static final int STATUS = HttpURLConnection.HTTP_PROXY_AUTH;

        public ProxyLogin() {
            super("Tunnel failed, got: " + STATUS);
        }
    }

    private static boolean isLoginAtProxy(Throwable cause) {
        return isRefusedByProxy(cause) && String.valueOf(cause.getMessage()).contains(" " + ProxyLogin.STATUS)
                || cause instanceof HttpRetryException retry && retry.responseCode() == ProxyLogin.STATUS;
    }

    private static boolean isRefusedByProxy(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return cause instanceof IOException
                && (said.startsWith("Tunnel failed") || said.startsWith("Unable to tunnel through proxy"));
    }

    private static boolean has(Throwable broken, Class<? extends Throwable> type) {
        return chain(broken).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> chain(Throwable broken) {
        return Stream.<Throwable>iterate(broken, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
